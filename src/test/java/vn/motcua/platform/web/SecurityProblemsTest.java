package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class SecurityProblemsTest {

    private final SecurityProblems problems = new SecurityProblems(new ProblemWriter());
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

    @Test
    void challengesPlainlyWhereThereIsNoToken() {
        problems.commence(exchange, new AuthenticationCredentialsNotFoundException("none"))
                .block();
        answered(HttpStatus.UNAUTHORIZED, ":unauthenticated");
        assertThat(exchange.getResponse().getHeaders().getFirst("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void namesTheErrorOfATokenThatIsRefused() {
        problems.commence(exchange, new InvalidBearerTokenException("eyJ.secret"))
                .block();
        answered(HttpStatus.UNAUTHORIZED, ":invalid-token");
        assertThat(exchange.getResponse().getHeaders().getFirst("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void deniesWithoutAChallenge() {
        problems.handle(exchange, new AccessDeniedException("no")).block();
        answered(HttpStatus.FORBIDDEN, ":forbidden");
        assertThat(exchange.getResponse().getHeaders().containsHeader("WWW-Authenticate"))
                .isFalse();
    }

    private void answered(HttpStatus status, String type) {
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(status);
        assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(exchange.getResponse().getBodyAsString().block())
                .contains(type)
                .doesNotContain("secret");
    }
}
