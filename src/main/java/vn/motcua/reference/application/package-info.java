/** Imports: reading files, planning, running one at a time. */
@NullMarked
@NamedInterface("application")
package vn.motcua.reference.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
