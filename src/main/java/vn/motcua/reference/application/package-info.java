/** Imports: reading files, planning, running one at a time. */
@NullMarked
package vn.motcua.reference.application;

import org.jspecify.annotations.NullMarked;
