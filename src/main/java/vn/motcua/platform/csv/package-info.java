/** Tables that people send: read line by line in flat memory, and strictly. */
@NullMarked
package vn.motcua.platform.csv;

import org.jspecify.annotations.NullMarked;
