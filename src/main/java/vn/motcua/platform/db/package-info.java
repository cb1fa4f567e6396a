/** The only door to the database. */
@NullMarked
package vn.motcua.platform.db;

import org.jspecify.annotations.NullMarked;
