/** Calendars in the database. */
@NullMarked
package vn.motcua.calendar.db;

import org.jspecify.annotations.NullMarked;
