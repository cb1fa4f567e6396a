package vn.motcua.platform.web;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;

/** What a refused token means to the caller. */
final class TokenRefusals {

    private TokenRefusals() {}

    /** Whoever refused a token may name the problem. */
    static Problem of(AuthenticationException refused) {
        return refused.getCause() instanceof Problem named ? named : new Problem(type(refused));
    }

    private static ProblemType type(AuthenticationException refused) {
        return switch (refused) {
            case AuthenticationCredentialsNotFoundException none -> ProblemType.UNAUTHENTICATED;
            case AuthenticationServiceException noKeys -> ProblemType.IDENTITY_PROVIDER_UNAVAILABLE;
            default -> ProblemType.INVALID_TOKEN;
        };
    }
}
