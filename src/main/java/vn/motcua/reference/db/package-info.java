/** Imports and what they change, in the database. */
@NullMarked
package vn.motcua.reference.db;

import org.jspecify.annotations.NullMarked;
