/** The catalogue, kept at hand. */
@NullMarked
@NamedInterface("application")
package vn.motcua.procedure.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
