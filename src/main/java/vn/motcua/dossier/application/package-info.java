/** Use cases: read, decide, act. */
@NullMarked
package vn.motcua.dossier.application;

import org.jspecify.annotations.NullMarked;
