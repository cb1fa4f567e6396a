/** Calendars, kept at hand. */
@NullMarked
@NamedInterface("application")
package vn.motcua.calendar.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
