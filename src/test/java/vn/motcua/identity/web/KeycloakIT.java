package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.AtOnce;
import vn.motcua.MotcuaIT;

/** A Keycloak that nobody here wrote: two realms, one for citizens and one for agencies, connected by configuration alone. */
@Tag("keycloak")
@MotcuaIT
class KeycloakIT {

    private static final int CALLERS = 8;
    private static final int REQUESTS = 50;
    private static final RunningKeycloak KEYCLOAK = start();

    @Autowired
    PublishedKeys keys;

    @LocalServerPort
    int port;

    private Api api;

    private static RunningKeycloak start() {
        try {
            return new RunningKeycloak(Path.of(System.getProperty("keycloak.home", "target/keycloak")));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @DynamicPropertySource
    static void issuers(DynamicPropertyRegistry registry) throws InterruptedException {
        KEYCLOAK.awaitRealms();
        connect(registry, 0, "citizens", "CITIZEN", "at+jwt");
        connect(registry, 1, "agencies", "MACHINE", "JWT");
    }

    private static void connect(DynamicPropertyRegistry registry, int at, String realm, String kind, String type) {
        String issuer = "motcua.identity.issuers[" + at + "].";
        registry.add(issuer + "name", () -> realm);
        registry.add(issuer + "issuer", () -> KEYCLOAK.issuer(realm));
        registry.add(issuer + "metadata", () -> KEYCLOAK.metadata(realm));
        registry.add(issuer + "audience", () -> "motcua");
        registry.add(issuer + "algorithms", () -> "RS256");
        registry.add(issuer + "types", () -> type);
        registry.add(issuer + "kinds", () -> kind);
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
    }

    @BeforeEach
    void begin() {
        api = new Api(port);
    }

    @Test
    void whoSignsInByTheAuthorizationCodeFlowFiles() {
        JsonNode signedIn = SignIn.of(KEYCLOAK, "mau", "only-for-this-test");
        ObjectNode filing = api.filing("18073");
        filing.set(
                "applicant",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("kind", "CITIZEN")
                        .put("citizenId", "042090009999")
                        .put("fullName", "Nguyễn Văn Thử")
                        .put("dateOfBirth", "1990-05-17"));
        api.file(signedIn.path("access_token").asString(), filing).is(201);
        assertThat(reading(signedIn.path("id_token").asString())).isEqualTo(401);
        assertThat(reading(signedIn.path("refresh_token").asString())).isEqualTo(401);
    }

    @Test
    void aClientWithoutAPersonIsAMachine() {
        String token = machine();
        assertThat(reading(token)).isEqualTo(404);
        assertThat(api.file(token, api.filing("18073")).status()).isEqualTo(403);
    }

    @Test
    void noRequestFailsWhileKeysRotate() throws Exception {
        keys.refresh().block();
        String refresh = SignIn.of(KEYCLOAK, "mau", "only-for-this-test")
                .path("refresh_token")
                .asString();
        String formerMachine = machine();
        String formerCitizen = citizen(refresh);
        assertThat(List.of(reading(formerMachine), reading(formerCitizen))).containsOnly(404);

        var sent = new AtomicInteger();
        Set<String> signedBy = ConcurrentHashMap.newKeySet();
        long begun = System.nanoTime();
        List<Callable<List<Integer>>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> calling(caller % 2 == 0 ? this::machine : () -> citizen(refresh), sent, signedBy))
                .toList();
        List<Integer> answers =
                AtOnce.all(callers).stream().flatMap(List::stream).toList();
        System.out.printf(
                "RAN keycloak: %d requests with new tokens in %.1f s while both realms changed their keys, %d keys, %d"
                        + " failed%n",
                answers.size(),
                (System.nanoTime() - begun) / 1e9,
                signedBy.size(),
                answers.stream().filter(status -> status != 404).count());
        assertThat(answers).hasSizeGreaterThan(CALLERS * REQUESTS / 2).containsOnly(404);
        assertThat(signedBy).hasSize(4);

        KEYCLOAK.withdrawAllBut("agencies", "second");
        KEYCLOAK.withdrawAllBut("citizens", "second");
        keys.refresh().block();
        assertThat(List.of(reading(formerMachine), reading(formerCitizen))).containsOnly(401);
        assertThat(List.of(reading(machine()), reading(citizen(refresh)))).containsOnly(404);
    }

    /** Each request bears a token of its own; both realms change keys when half are sent, and every caller sees some of both. */
    private Callable<List<Integer>> calling(Callable<String> token, AtomicInteger sent, Set<String> signedBy) {
        return () -> {
            List<Integer> answers = new ArrayList<>();
            String former = keyOf(token.call());
            for (int ofNewKey = 0; ofNewKey < REQUESTS / 2 && answers.size() < 20 * REQUESTS; ) {
                if (sent.incrementAndGet() == CALLERS * REQUESTS / 2) {
                    KEYCLOAK.rotate("agencies", "second");
                    KEYCLOAK.rotate("citizens", "second");
                }
                String fresh = token.call();
                signedBy.add(keyOf(fresh));
                ofNewKey += keyOf(fresh).equals(former) ? 0 : 1;
                answers.add(reading(fresh));
            }
            return answers;
        };
    }

    private static String keyOf(String token) throws ParseException {
        return JWSObject.parse(token).getHeader().getKeyID();
    }

    private String machine() {
        return KEYCLOAK.grant(
                        "agencies",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "transfer",
                                "client_secret", "only-for-this-test"))
                .path("access_token")
                .asString();
    }

    private static String citizen(String refresh) {
        return KEYCLOAK.grant(
                        "citizens", Map.of("grant_type", "refresh_token", "client_id", "app", "refresh_token", refresh))
                .path("access_token")
                .asString();
    }

    private int reading(String token) {
        return api.get(token, "/api/v1/dossiers/" + UUID.randomUUID()).status();
    }
}
