/** The catalogue over HTTP, and how terms are written there. */
@NullMarked
@NamedInterface("web")
package vn.motcua.procedure.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
