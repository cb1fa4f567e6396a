/**
 * Made-up years of work: dossiers planned from a seed, and lived through over HTTP or in memory. For development only, as all
 * of {@code dev}; nothing here decides what the service decides.
 */
@NullMarked
package vn.motcua.dev.simulation;

import org.jspecify.annotations.NullMarked;
