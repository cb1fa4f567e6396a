/** The calculator over HTTP. */
@NullMarked
package vn.motcua.deadline.web;

import org.jspecify.annotations.NullMarked;
