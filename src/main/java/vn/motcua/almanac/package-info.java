/** The calendar as people read and change it: its versions, which decree brought each, and who enters the next. */
@NullMarked
@ApplicationModule(
        displayName = "Almanac",
        allowedDependencies = {
            "calendar",
            "calendar :: application",
            "identity",
            "identity :: web",
            "territory",
            "territory :: application",
            "platform",
            "contract"
        })
package vn.motcua.almanac;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
