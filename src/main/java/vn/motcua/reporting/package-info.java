/** Figures: classes, definitions and rates, computed from summed counts. */
@NullMarked
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "calendar",
            "dossier",
            "dossier :: application",
            "identity",
            "identity :: web",
            "territory",
            "procedure",
            "procedure :: application",
            "territory :: application",
            "platform",
            "contract"
        })
package vn.motcua.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
