/** Dossiers over HTTP. */
@NullMarked
package vn.motcua.dossier.web;

import org.jspecify.annotations.NullMarked;
