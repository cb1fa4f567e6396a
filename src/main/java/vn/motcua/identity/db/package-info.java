/** Assignments of staff in the database. */
@NullMarked
package vn.motcua.identity.db;

import org.jspecify.annotations.NullMarked;
