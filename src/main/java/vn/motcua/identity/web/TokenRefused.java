package vn.motcua.identity.web;

import org.springframework.security.core.AuthenticationException;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** A token that proves nothing; the cause is what its bearer is told. It never says why, since that helps only forgers. */
final class TokenRefused extends AuthenticationException {

    private TokenRefused(ProblemType type) {
        super(type.slug(), new Problem(type));
    }

    static TokenRefused invalid() {
        return new TokenRefused(ProblemType.INVALID_TOKEN);
    }

    static TokenRefused expired() {
        return new TokenRefused(ProblemType.TOKEN_EXPIRED);
    }

    /** The request itself is wrong, as when it carries two tokens. */
    static TokenRefused malformedRequest() {
        return new TokenRefused(ProblemType.INVALID_REQUEST);
    }
}
