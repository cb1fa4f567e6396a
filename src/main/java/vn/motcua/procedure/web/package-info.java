/** The catalogue over HTTP, and the agencies that decide what stands in it. */
@NullMarked
package vn.motcua.procedure.web;

import org.jspecify.annotations.NullMarked;
