/** Staff where they are placed. */
@NullMarked
package vn.motcua.identity.application;

import org.jspecify.annotations.NullMarked;
