/** Loads the country's reference data: tables of units, agencies, procedures and days off, all or nothing. */
@NullMarked
@ApplicationModule(
        displayName = "Reference",
        allowedDependencies = {
            "calendar",
            "calendar :: application",
            "identity",
            "identity :: web",
            "procedure",
            "procedure :: application",
            "territory",
            "territory :: application",
            "platform",
            "contract"
        })
package vn.motcua.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
