/** Figures as callers ask for them. */
@NullMarked
package vn.motcua.reporting.application;

import org.jspecify.annotations.NullMarked;
