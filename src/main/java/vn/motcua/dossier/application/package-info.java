/** Use cases: read, decide, act. */
@NullMarked
@NamedInterface("application")
package vn.motcua.dossier.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
