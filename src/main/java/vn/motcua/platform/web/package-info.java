/** HTTP as every capability speaks it: bodies judged by the contract, problems, limits. */
@NullMarked
package vn.motcua.platform.web;

import org.jspecify.annotations.NullMarked;
