/** Versions of the calendar in the database. */
@NullMarked
package vn.motcua.almanac.db;

import org.jspecify.annotations.NullMarked;
