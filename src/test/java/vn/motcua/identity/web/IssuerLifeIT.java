package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.AtOnce;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** Real OIDC servers that change keys, withdraw them, and go away while the service serves. */
@MovableClockIT
class IssuerLifeIT {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>();
    private static final RotatingIssuer ROTATING = new RotatingIssuer(NOW::get);
    private static final RotatingIssuer FLOODED = new RotatingIssuer(NOW::get);
    private static final RotatingIssuer STOPPED = new RotatingIssuer(NOW::get);
    private static final Map<String, Object> SOMEBODY = Map.of(
            "LoaiTaiKhoan",
            1,
            "SoDinhDanh",
            "042090009999",
            "HoVaTen",
            "Nguyễn Văn Thử",
            "NgayThangNamSinh",
            "1990-05-17",
            "IAL",
            2,
            "loAs",
            2);

    @Autowired
    MovableClock clock;

    @Autowired
    PublishedKeys keys;

    @Autowired
    TokenChecker checker;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    private Api api;

    @DynamicPropertySource
    static void issuers(DynamicPropertyRegistry registry) {
        ROTATING.connect(registry, 0, "rotating");
        FLOODED.connect(registry, 1, "flooded");
        STOPPED.connect(registry, 2, "stopped");
    }

    @AfterAll
    static void stop() {
        Stream.of(ROTATING, FLOODED).forEach(RotatingIssuer::stop);
    }

    @BeforeEach
    void begin() {
        NOW.set(clock.moveTo("2026-03-02T09:00"));
        api = new Api(port);
    }

    @Test
    void noRequestFailsWhileKeysRotateAndAWithdrawnKeyStopsWorking() throws Exception {
        keys.refresh().block();
        String ofFirstKey = ROTATING.token("before", SOMEBODY);
        assertThat(reading(ofFirstKey).status()).isEqualTo(404);

        var sent = new AtomicInteger();
        List<Callable<List<Integer>>> callers = IntStream.range(0, 8)
                .mapToObj(caller -> calling("caller-" + caller, sent))
                .toList();
        assertThat(AtOnce.all(callers).stream().flatMap(List::stream))
                .hasSize(400)
                .containsOnly(404);

        ROTATING.withdraw("key-1");
        keys.refresh().block();
        assertThat(reading(ofFirstKey).is(401).problem()).isEqualTo("invalid-token");
        assertThat(reading(ROTATING.token("after", SOMEBODY)).status()).isEqualTo(404);
    }

    /** Each request bears a token never seen before; in the midst of them the issuer begins to sign with another key. */
    private Callable<List<Integer>> calling(String caller, AtomicInteger sent) {
        return () -> IntStream.range(0, 50)
                .map(request -> {
                    if (sent.incrementAndGet() == 200) {
                        ROTATING.rotateTo("key-2");
                    }
                    return reading(ROTATING.token(caller + "-" + request, SOMEBODY))
                            .status();
                })
                .boxed()
                .toList();
    }

    @Test
    void tenThousandMadeUpKeysMakeOneFetchInThirtySeconds() {
        keys.refresh().block();
        String good = FLOODED.token("good", SOMEBODY);
        var forger = new Forger(FLOODED.token("forged", SOMEBODY));
        int before = FLOODED.fetches();
        IntStream.range(0, 10_000).forEach(forger::isRefused);
        assertThat(FLOODED.fetches() - before).isEqualTo(1);
        assertThat(reading(good).status()).isEqualTo(404);

        NOW.set(clock.advance(Duration.ofSeconds(29)));
        IntStream.range(0, 100).forEach(forger::isRefused);
        assertThat(FLOODED.fetches() - before).isEqualTo(1);
        NOW.set(clock.advance(Duration.ofSeconds(1)));
        IntStream.range(0, 100).forEach(forger::isRefused);
        assertThat(FLOODED.fetches() - before).isEqualTo(2);
    }

    /** Puts key ids of its own in the header of a token; the rest stays as it was. */
    private final class Forger {

        private final String rest;

        Forger(String token) {
            rest = token.substring(token.indexOf('.'));
        }

        void isRefused(int number) {
            String header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("made-up-" + number)
                    .build()
                    .toBase64URL()
                    .toString();
            assertThatThrownBy(() -> checker.check(header + rest).block()).hasMessage("invalid-token");
        }
    }

    @Test
    void filingGoesOnWithoutTheIssuerUntilItsKeysAreTooOld() {
        keys.refresh().block();
        ObjectNode filing = api.filing("18073");
        Map<String, Object> person = claims(filing.get("applicant"));
        String known = STOPPED.token("known", person);
        String unseen = STOPPED.token("unseen", person);
        String late = STOPPED.token("late", person);
        api.file(known, filing).is(201);

        STOPPED.stop();
        keys.refresh().block();
        api.file(unseen, filing).is(201);
        NOW.set(clock.advance(Duration.ofHours(24).minusSeconds(1)));
        api.file(unseen, filing).is(201);

        NOW.set(clock.advance(Duration.ofSeconds(1)));
        for (String token : List.of(known, unseen, late)) {
            Api.Reply refused = api.file(token, filing).is(503);
            assertThat(refused.problem()).isEqualTo("identity-provider-unavailable");
            assertThat(refused.header("Retry-After")).isPresent();
        }
        assertThat(meters.get("resilience4j.timelimiter.calls")
                        .tags("name", "issuer-stopped", "kind", "failed")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("resilience4j.retry.calls")
                        .tags("name", "issuer-stopped", "kind", "failed_with_retry")
                        .functionCounter()
                        .count())
                .isPositive();
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("name", "issuer-stopped")
                        .gauges())
                .isNotEmpty();
    }

    private static Map<String, Object> claims(JsonNode applicant) {
        return Map.of(
                "LoaiTaiKhoan",
                1,
                "SoDinhDanh",
                applicant.path("citizenId").asString(),
                "HoVaTen",
                applicant.path("fullName").asString(),
                "NgayThangNamSinh",
                applicant.path("dateOfBirth").asString(),
                "IAL",
                2,
                "loAs",
                2);
    }

    private Api.Reply reading(String token) {
        return api.get(token, "/api/v1/dossiers/" + UUID.randomUUID());
    }
}
