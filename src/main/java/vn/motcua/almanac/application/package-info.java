/** Entering versions of the calendar. */
@NullMarked
package vn.motcua.almanac.application;

import org.jspecify.annotations.NullMarked;
