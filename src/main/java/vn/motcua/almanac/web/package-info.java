/** HTTP for calendars; others read a proposed change in the same words. */
@NullMarked
@NamedInterface("web")
package vn.motcua.almanac.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
