/** The catalogue: procedure versions, variants by channel and case, terms. */
@NullMarked
@ApplicationModule(
        displayName = "Procedure",
        allowedDependencies = {
            "calendar",
            "identity",
            "identity :: web",
            "territory",
            "territory :: application",
            "text",
            "platform",
            "contract"
        })
package vn.motcua.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
