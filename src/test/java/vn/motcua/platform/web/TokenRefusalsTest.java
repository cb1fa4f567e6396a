package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.BadCredentialsException;

class TokenRefusalsTest {

    @Test
    void noTokenIsNoFault() {
        assertThat(TokenRefusals.of(new AuthenticationCredentialsNotFoundException("none"))
                        .type())
                .isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void aTokenThatProvesNothingIsInvalid() {
        assertThat(TokenRefusals.of(new BadCredentialsException("no")).type()).isEqualTo(ProblemType.INVALID_TOKEN);
    }

    @Test
    void missingKeysAreNotTheCallersFault() {
        var noKeys = new IdentityProviderUnavailable("urn:issuer", new IllegalStateException("no answer"));
        assertThat(TokenRefusals.of(noKeys).type()).isEqualTo(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE);
        assertThat(Refusals.of(noKeys)).map(Problem::type).contains(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE);
    }

    @Test
    void whoeverRefusesMayNameTheProblem() {
        var named = new BadCredentialsException("x", new Problem(ProblemType.TOKEN_EXPIRED));
        assertThat(TokenRefusals.of(named).type()).isEqualTo(ProblemType.TOKEN_EXPIRED);
    }
}
