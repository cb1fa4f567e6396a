/** The technical edge: database, HTTP, configuration. It knows no capability. */
@NullMarked
@ApplicationModule(displayName = "Platform", type = ApplicationModule.Type.OPEN)
package vn.motcua.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
