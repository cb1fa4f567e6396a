/** Dossiers and their events in the database, one statement an act. */
@NullMarked
package vn.motcua.dossier.db;

import org.jspecify.annotations.NullMarked;
