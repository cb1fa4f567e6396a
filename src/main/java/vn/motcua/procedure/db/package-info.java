/** The catalogue in the database. */
@NullMarked
package vn.motcua.procedure.db;

import org.jspecify.annotations.NullMarked;
