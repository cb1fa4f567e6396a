/** HTTP for imports. */
@NullMarked
package vn.motcua.reference.web;

import org.jspecify.annotations.NullMarked;
