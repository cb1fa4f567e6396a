/** HTTP for what only a developer moves. */
@NullMarked
package vn.motcua.dev.web;

import org.jspecify.annotations.NullMarked;
