/** Made-up citizens, and draws that repeat. */
@NullMarked
package vn.motcua.dev.people;

import org.jspecify.annotations.NullMarked;
