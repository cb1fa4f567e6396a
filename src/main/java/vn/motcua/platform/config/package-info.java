/** What the process is made of: the clock, pools, limits. */
@NullMarked
package vn.motcua.platform.config;

import org.jspecify.annotations.NullMarked;
