/** The legal clock, pure: term, calendar and start give the due moment and its explanation. */
@NullMarked
@ApplicationModule(
        displayName = "Deadline",
        allowedDependencies = {
            "calendar",
            "calendar :: application",
            "procedure",
            "procedure :: application",
            "procedure :: web",
            "territory",
            "territory :: application",
            "platform",
            "contract"
        })
package vn.motcua.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
