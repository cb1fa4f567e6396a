/** Figures as callers ask for them. */
@NullMarked
@NamedInterface("application")
package vn.motcua.reporting.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
