/** Callers from the tokens of configured issuers. */
@NullMarked
@NamedInterface("web")
package vn.motcua.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
