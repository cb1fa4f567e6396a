package vn.motcua.platform.web;

import com.nimbusds.jose.KeySourceException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

/** What a refused token means to the caller. */
final class TokenRefusals {

    private static final String NO_KEYS = "Could not obtain the keys";
    private static final String EXPIRED = "Jwt expired";

    private TokenRefusals() {}

    static Problem of(AuthenticationException refused) {
        return causes(refused)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst()
                .or(() -> outage(refused))
                .orElseGet(() -> new Problem(type(refused)));
    }

    /** The keys could not be fetched: the token may well be good, so this is never 401. */
    static Optional<Problem> outage(Throwable error) {
        return causes(error).anyMatch(TokenRefusals::isOutage)
                ? Optional.of(new Problem(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE))
                : Optional.empty();
    }

    private static boolean isOutage(Throwable error) {
        return error instanceof KeySourceException
                || error instanceof AuthenticationServiceException
                || (error instanceof IllegalStateException && NO_KEYS.equals(error.getMessage()));
    }

    private static ProblemType type(AuthenticationException refused) {
        if (refused instanceof AuthenticationCredentialsNotFoundException) {
            return ProblemType.UNAUTHENTICATED;
        }
        if (refused instanceof OAuth2AuthenticationException bearer
                && BearerTokenErrorCodes.INVALID_REQUEST.equals(
                        bearer.getError().getErrorCode())) {
            return ProblemType.INVALID_REQUEST;
        }
        return causes(refused).anyMatch(TokenRefusals::isExpiry)
                ? ProblemType.TOKEN_EXPIRED
                : ProblemType.INVALID_TOKEN;
    }

    private static boolean isExpiry(Throwable error) {
        return error instanceof JwtValidationException invalid
                && !invalid.getErrors().isEmpty()
                && invalid.getErrors().stream().allMatch(TokenRefusals::saysExpired);
    }

    private static boolean saysExpired(OAuth2Error error) {
        String description = error.getDescription();
        return description != null && description.startsWith(EXPIRED);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
