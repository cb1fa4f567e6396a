package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.RemoteKeySourceException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class TokenRefusalsTest {

    @Test
    void noTokenIsNoFault() {
        assertThat(TokenRefusals.of(new AuthenticationCredentialsNotFoundException("none"))
                        .type())
                .isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void anExpiredTokenSaysSoUnlessMoreIsWrongWithIt() {
        assertThat(ofErrors("Jwt expired at 2026-01-01T00:00:00Z")).isEqualTo(ProblemType.TOKEN_EXPIRED);
        assertThat(ofErrors("Jwt expired at 2026-01-01T00:00:00Z", "The aud claim is not valid"))
                .isEqualTo(ProblemType.INVALID_TOKEN);
        assertThat(ofErrors("Jwt used before 2026-01-01T00:00:00Z")).isEqualTo(ProblemType.INVALID_TOKEN);
    }

    @Test
    void aTokenThatCannotBeReadIsInvalid() {
        var unread = new InvalidBearerTokenException("unread", new BadJwtException("unread"));
        assertThat(TokenRefusals.of(unread).type()).isEqualTo(ProblemType.INVALID_TOKEN);
    }

    @Test
    void twoTokensAreAMalformedRequest() {
        var two = new OAuth2AuthenticationException(BearerTokenErrors.invalidRequest("Found multiple bearer tokens"));
        assertThat(TokenRefusals.of(two).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void missingKeysAreNotTheCallersFault() {
        var noAnswer = new RemoteKeySourceException("no answer", null);
        assertThat(TokenRefusals.of(new AuthenticationServiceException("down")).type())
                .isEqualTo(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE);
        assertThat(TokenRefusals.of(new InvalidBearerTokenException("x", noAnswer))
                        .type())
                .isEqualTo(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE);
        assertThat(Refusals.of(new IllegalStateException("Could not obtain the keys", noAnswer)))
                .map(Problem::type)
                .contains(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE);
        assertThat(Refusals.of(new IllegalStateException("anything else"))).isEmpty();
    }

    @Test
    void whoeverRefusesMayNameTheProblem() {
        var named = new InvalidBearerTokenException("x", new Problem(ProblemType.TOKEN_EXPIRED));
        assertThat(TokenRefusals.of(named).type()).isEqualTo(ProblemType.TOKEN_EXPIRED);
    }

    private static ProblemType ofErrors(String... descriptions) {
        List<OAuth2Error> errors = Arrays.stream(descriptions)
                .map(description -> new OAuth2Error("invalid_token", description, null))
                .toList();
        var cause = new JwtValidationException("invalid", errors);
        return TokenRefusals.of(new InvalidBearerTokenException("invalid", cause))
                .type();
    }
}
