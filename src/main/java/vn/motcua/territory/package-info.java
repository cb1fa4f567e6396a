/** Administrative units and agencies over time. */
@NullMarked
@ApplicationModule(
        displayName = "Territory",
        allowedDependencies = {"text", "calendar", "platform", "contract"})
package vn.motcua.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
