package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.contract.AcceptanceDto;
import vn.motcua.contract.DeadlineCalculationDto;
import vn.motcua.contract.FilingDto;
import vn.motcua.platform.db.DatabaseUnavailable;
import vn.motcua.platform.db.OutcomeUnknown;
import vn.motcua.platform.db.Overloaded;

/** The edge alone on a real server: no database, no security. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = EdgeTestServer.Edge.class,
        properties = {
            "motcua.edge.header-time=400ms",
            "motcua.edge.body-time=400ms",
            "motcua.edge.idle-time=2s",
            "motcua.edge.upload-time=3s",
            "spring.main.cloud-platform=kubernetes",
            "spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/none",
            "spring.r2dbc.username=nobody",
            "spring.r2dbc.password=none",
            "motcua.cursors.key=00000000000000000000000000000000000000000000000000000000000000ff",
            "motcua.identity.issuers[0].name=none",
            "motcua.identity.issuers[0].issuer=urn:none",
            "motcua.identity.issuers[0].jwks=http://127.0.0.1:1",
            "motcua.identity.issuers[0].audience=none",
            "motcua.identity.issuers[0].kinds=CITIZEN"
        })
@ActiveProfiles(EdgeTestServer.PROFILE)
abstract class EdgeTestServer {

    /** Keeps what belongs to these tests out of every other application that is started among them. */
    static final String PROFILE = "edge";

    @LocalServerPort
    int port;

    WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    WebTestClient.ResponseSpec send(String path, String body) {
        return send(path, body.getBytes(StandardCharsets.UTF_8));
    }

    WebTestClient.ResponseSpec send(String path, byte[] body) {
        return client().post()
                .uri(path)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    static Map<?, ?> refused(WebTestClient.ResponseSpec answer, String slug) {
        var type = ProblemType.ofSlug(slug).orElseThrow();
        answer.expectHeader().contentType("application/problem+json");
        var body = answer.expectBody(Map.class).returnResult().getResponseBody();
        assertThat(body.get("type")).as(body.toString()).isEqualTo(type.urn().toString());
        answer.expectStatus().isEqualTo(type.status());
        return body;
    }

    @SuppressWarnings("unchecked")
    static List<String> errors(WebTestClient.ResponseSpec answer, String slug) {
        var errors = (List<Map<String, String>>) refused(answer, slug).get("errors");
        return errors.stream()
                .map(error -> error.get("pointer") + " " + error.get("code"))
                .toList();
    }

    @Profile(PROFILE)
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        CodecsAutoConfiguration.class,
        WebFluxAutoConfiguration.class,
        ErrorWebFluxAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class,
        NettyReactiveWebServerAutoConfiguration.class
    })
    @EnableConfigurationProperties(EdgeProperties.class)
    @Import({
        AnswerHeaders.class,
        ContractBinder.class,
        ContractBodyReader.class,
        ContractSchemas.class,
        DroppedErrors.class,
        ErrorHandler.class,
        LargeBodies.class,
        NettyLimits.class,
        ParameterRule.class,
        ProblemWriter.class,
        PublicPages.class,
        SecurityProblems.class,
        WebConfig.class,
        Steps.class
    })
    static class Edge {}

    @Profile(PROFILE)
    @RestController
    static class Steps {

        private final SecurityProblems security;

        Steps(SecurityProblems security) {
            this.security = security;
        }

        @GetMapping("/security/{name}")
        Mono<Void> refuse(@PathVariable("name") String name, ServerWebExchange exchange) {
            return switch (name) {
                case "none" -> security.commence(exchange, new AuthenticationCredentialsNotFoundException("none"));
                case "unread" -> security.commence(exchange, new InvalidBearerTokenException("eyJ.secret"));
                default -> security.handle(exchange, new AccessDeniedException("no"));
            };
        }

        @PostMapping(value = "/filings", consumes = "application/json", produces = "application/json")
        Mono<Map<String, String>> file(@RequestBody Mono<FilingDto> body, ServerWebExchange exchange) {
            return body.map(filing -> digest(exchange));
        }

        @PostMapping("/calculations")
        Mono<DeadlineCalculationDto> echo(@RequestBody Mono<DeadlineCalculationDto> body) {
            return body;
        }

        @PostMapping(value = "/acceptances", consumes = "application/json")
        Mono<Map<String, String>> accept(
                @RequestBody(required = false) Mono<AcceptanceDto> body, ServerWebExchange exchange) {
            return body.map(AcceptanceDto::toString).defaultIfEmpty("").map(read -> digest(exchange));
        }

        @PostMapping(
                value = "/dossiers",
                produces = {"application/json", "application/problem+json"})
        Mono<AcceptanceDto> answer(@RequestBody Mono<AcceptanceDto> body) {
            return body;
        }

        @GetMapping({"/api/v1/on-time-rates", "/api/v1/administrative-units"})
        Mono<Map<String, String>> rates() {
            return Mono.just(Map.of());
        }

        @PostMapping("/api/v1/dossiers/{id}/acceptance")
        Mono<Map<String, String>> step() {
            return Mono.just(Map.of());
        }

        @PostMapping(value = "/api/v1/reference-imports", consumes = "multipart/form-data")
        Mono<Map<String, Integer>> upload(ServerWebExchange exchange) {
            return exchange.getMultipartData().map(parts -> Map.of("parts", parts.size()));
        }

        @PostMapping(value = "/streams", produces = "text/plain")
        Flux<DataBuffer> breakOff(ServerWebExchange exchange) {
            var buffers = exchange.getResponse().bufferFactory();
            return Flux.range(0, 2_000)
                    .<DataBuffer>map(at -> buffers.wrap(new byte[8192]))
                    .concatWith(Mono.error(() -> new IllegalStateException("citizen 042090007777")));
        }

        /** Takes longer than a header may. */
        @GetMapping("/late")
        Mono<String> late() {
            return Mono.just("late").delayElement(Duration.ofSeconds(1));
        }

        @GetMapping("/filings/{id}")
        Mono<Map<String, Object>> read(@PathVariable("id") int id, @RequestParam("day") int day) {
            return Mono.just(Map.of("id", id, "day", day));
        }

        @GetMapping(
                value = "/errors/{name}",
                produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
        Mono<String> fail(@PathVariable("name") String name) {
            return Mono.error(
                    switch (name) {
                        case "overloaded" -> new Overloaded();
                        case "outcome-unknown" -> new OutcomeUnknown();
                        case "database-unavailable" -> new DatabaseUnavailable(new IllegalStateException());
                        case "unauthenticated" -> new Problem(ProblemType.UNAUTHENTICATED);
                        case "sql" -> new DataIntegrityViolationException("INSERT INTO citizen VALUES (042090001234)");
                        default -> new IllegalStateException("citizen 042090001234");
                    });
        }

        private static Map<String, String> digest(ServerWebExchange exchange) {
            return Map.of("digest", RequestDigest.of(exchange));
        }
    }
}
