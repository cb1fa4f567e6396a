/** Deltas, their fold, and figures in one snapshot. */
@NullMarked
package vn.motcua.reporting.db;

import org.jspecify.annotations.NullMarked;
