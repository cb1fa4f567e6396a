/** Figures: classes, definitions and rates, computed from summed counts. */
@NullMarked
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "calendar",
            "dossier",
            "identity",
            "identity :: web",
            "territory",
            "territory :: application",
            "platform",
            "contract"
        })
package vn.motcua.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
