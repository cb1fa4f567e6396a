/** Units over HTTP. */
@NullMarked
package vn.motcua.territory.web;

import org.jspecify.annotations.NullMarked;
