/** JSON in one form only, so that its digest means something. */
@NullMarked
package vn.motcua.platform.json;

import org.jspecify.annotations.NullMarked;
