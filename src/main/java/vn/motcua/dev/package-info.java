/**
 * What a developer needs and production must not have: a database and token issuers inside the process. In profile
 * {@code dev} only; the released jar does not contain this package, and nobody may depend on it.
 */
@NullMarked
@ApplicationModule(displayName = "Development")
package vn.motcua.dev;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
