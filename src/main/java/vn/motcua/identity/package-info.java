/** Who asks: people, organisations, staff and machines, and what each may see. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"calendar", "platform", "contract"})
package vn.motcua.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
