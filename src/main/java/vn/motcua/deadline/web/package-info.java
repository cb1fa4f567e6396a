/** The calculator over HTTP, and how steps to a due moment are written. */
@NullMarked
@NamedInterface("web")
package vn.motcua.deadline.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
