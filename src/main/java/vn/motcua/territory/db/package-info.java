/** Units and agencies in the database. */
@NullMarked
package vn.motcua.territory.db;

import org.jspecify.annotations.NullMarked;
