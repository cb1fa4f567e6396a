/** Working calendars: days off and worked Saturdays with their decree, office hours, closures and outages of agencies. */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"platform", "contract"})
package vn.motcua.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
