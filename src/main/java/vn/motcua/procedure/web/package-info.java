/** The catalogue over HTTP, the agencies that decide what stands in it, and how terms are written. */
@NullMarked
@NamedInterface("web")
package vn.motcua.procedure.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
