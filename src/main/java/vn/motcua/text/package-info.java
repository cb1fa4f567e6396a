/** Vietnamese text as people look for it: however it is coded, cased, marked and spaced. */
@NullMarked
@ApplicationModule(
        displayName = "Text",
        allowedDependencies = {})
package vn.motcua.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
