/** The life of a dossier, from filing to return. This package decides and never waits. */
@NullMarked
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {
            "identity",
            "identity :: web",
            "territory",
            "territory :: application",
            "procedure",
            "procedure :: application",
            "calendar",
            "calendar :: application",
            "deadline",
            "almanac :: web",
            "deadline :: web",
            "text",
            "platform",
            "contract"
        })
package vn.motcua.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
