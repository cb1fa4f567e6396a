/** Units and agencies, kept at hand. */
@NullMarked
@NamedInterface("application")
package vn.motcua.territory.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
