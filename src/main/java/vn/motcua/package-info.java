/** The one-stop shop: dossiers, the legal clock, and figures that a stranger can check. */
@NullMarked
package vn.motcua;

import org.jspecify.annotations.NullMarked;
