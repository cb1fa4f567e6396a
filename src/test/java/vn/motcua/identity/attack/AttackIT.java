package vn.motcua.identity.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MotcuaIT;
import vn.motcua.dossier.LevelledProcedure;
import vn.motcua.platform.db.ReferenceVersions;

/** Every row of the table of attacks, sent to the running service: the stated refusal, and nobody else is called. */
@MotcuaIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackIT {

    private static final AttackedIssuers ISSUERS = new AttackedIssuers();
    private static final Map<String, Object> CITIZEN = Map.of(
            "iss", AttackedIssuers.CITIZENS,
            "aud", "motcua",
            "sub", "somebody",
            "LoaiTaiKhoan", 1,
            "loAs", 2,
            "SoDinhDanh", "042090009999",
            "HoVaTen", "Nguyễn Văn Thử",
            "NgayThangNamSinh", "1990-05-17");
    private static final Map<String, Object> CLERK = Map.of(
            "iss",
            AttackedIssuers.AGENCIES,
            "aud",
            "motcua",
            "sub",
            "somebody",
            "roles",
            List.of("clerk"),
            "agencies",
            List.of(3180731, 3180732));

    @LocalServerPort
    int port;

    @Autowired
    ReferenceVersions versions;

    private final LevelledProcedure levelled = new LevelledProcedure(900030001, "9.000300");
    private final Forgery forgery = new Forgery(ISSUERS);
    private final Map<String, String> places = new HashMap<>();
    private Api api;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        ISSUERS.configure(registry);
    }

    @BeforeAll
    void fileDossiers() {
        api = new Api(port);
        String token = token("signed");
        String key = UUID.randomUUID().toString();
        Reply mine = api.post(token, "/api/v1/dossiers", filing("{}"), "Idempotency-Key", key);
        String citizen2 = api.token("citizen2");
        places.put("mine", mine.is(201).string("id"));
        places.put("citizen2", filed(citizen2, "18073"));
        places.put("neighbour", filed(citizen2, "18172"));
        places.put("unknown", UUID.randomUUID().toString());
        places.put("token", token);
        places.put("key", key);
        places.put("trap", ISSUERS.trap());
        levelled.publish();
        levelled.ask("NULL", "3");
        versions.look().block();
        place("placed");
        api.post(api.token("operator"), place("moved") + "/end", "{\"validTo\": \"2026-06-30\"}")
                .is(200);
    }

    /** At the desk that has the dossiers; answers where the assignment is. */
    private String place(String subject) {
        ObjectNode clerk = ForgedTokens.JSON
                .createObjectNode()
                .put("issuer", AttackedIssuers.PLACING)
                .put("subject", subject)
                .put("role", "CLERK")
                .put("agency", "3180732")
                .put("validFrom", "2026-01-01");
        return api.post(api.token("operator"), "/api/v1/staff-assignments", clerk)
                .is(201)
                .header("Location")
                .orElseThrow();
    }

    private String filed(String token, String unit) {
        return api.file(token, api.filing("1.004222", unit, "citizen2")).is(201).string("id");
    }

    @AfterAll
    void close() throws IOException {
        levelled.takeOutOfForce();
        ISSUERS.close();
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all();
    }

    @Test
    void theTableHasSixtyRowsAndNoneTwice() throws IOException {
        assertThat(Attack.all())
                .extracting(Attack::id)
                .hasSizeGreaterThanOrEqualTo(60)
                .doesNotHaveDuplicates();
        assertThat(Attack.all()).extracting(Attack::name).doesNotHaveDuplicates();
    }

    @Test
    void theTrapTellsOfACall() throws IOException {
        try (var trapped = new AttackedIssuers()) {
            try (var caller = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(trapped.trap()).getPort())) {
                assertThat(caller.isConnected()).isTrue();
                assertThat(trapped.trapWasCalled()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isAnsweredAsTheTableSays(Attack attack) throws IOException {
        Reply reply = send(attack);
        assertThat(reply.status()).as(reply.text()).isEqualTo(attack.status());
        attack.problem()
                .ifPresent(
                        problem -> assertThat(problems(reply)).as(reply.text()).contains(problem));
        if (attack.status() == 401) {
            assertThat(reply.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        }
        if (attack.status() == 405) {
            assertThat(reply.header("Allow").orElseThrow()).contains("GET");
        }
        if (attack.status() >= 400) {
            assertThat(reply.text())
                    .doesNotContain(places.get("token"), "042090009999", "Nguyễn", "Exception", "\tat ");
        }
        assertThat(ISSUERS.trapWasCalled()).isFalse();
    }

    /** What one may not see is told from what does not exist by nothing but the request's own id. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hidden")
    void whatIsHiddenLooksLikeWhatDoesNotExist(Attack attack) {
        Reply hidden = send(attack);
        String nowhere =
                attack.request().replaceAll("\\{[a-z0-9]+}", UUID.randomUUID().toString());
        Reply missing = send(new Attack(
                attack.id(), "", attack.token(), nowhere, attack.with(), 404, attack.problem(), attack.asvs()));
        assertThat(shown(hidden)).isEqualTo(shown(missing));
    }

    static List<Attack> hidden() throws IOException {
        return Attack.all().stream()
                .filter(attack -> attack.problem().equals(Optional.of("not-found")))
                .filter(attack -> attack.request().contains("/dossiers/{"))
                .toList();
    }

    private static String shown(Reply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.remove("request-id");
        return reply.status() + " " + headers + " "
                + reply.text().replaceAll("\"instance\":\"[^\"]*\"", "\"instance\":\"-\"");
    }

    private Reply send(Attack attack) {
        List<String> headers = new ArrayList<>();
        if (!attack.token().equals("-")) {
            headers.addAll(List.of("Authorization", "Bearer " + token(attack.token())));
        }
        attack.headers().forEach(part -> headers.add(filled(part)));
        Optional<String> filing = attack.rest("filing").map(this::filing);
        Optional<String> body = filing.or(() -> attack.rest("body").map(this::filled));
        if (filing.isPresent() && !headers.contains("Idempotency-Key")) {
            headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        if (body.isPresent() && !headers.contains("Content-Type")) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        String[] request = filled(attack.request()).split(" ", 2);
        return api.send(request[0], request[1], body, headers.toArray(String[]::new));
    }

    private String token(String told) {
        if (told.startsWith("dev ")) {
            return api.token(told.substring(4));
        }
        boolean staff = told.startsWith("staff: ");
        String way = staff ? told.substring(7) : told;
        int claims = way.indexOf(" {");
        return forgery.make(
                claims < 0 ? way : way.substring(0, claims),
                ForgedTokens.claims(staff ? CLERK : CITIZEN, claims < 0 ? "{}" : filled(way.substring(claims))));
    }

    /** A good filing of the tokens' citizen, with what the attack changes. */
    private String filing(String changed) {
        ObjectNode filing = api.filing("18073");
        filing.set(
                "applicant",
                ForgedTokens.JSON.valueToTree(Map.of(
                        "kind", "CITIZEN",
                        "citizenId", CITIZEN.get("SoDinhDanh"),
                        "fullName", CITIZEN.get("HoVaTen"),
                        "dateOfBirth", CITIZEN.get("NgayThangNamSinh"))));
        // Half a character cannot be written as bytes: it is only ever sent as its escape.
        ObjectNode changes = (ObjectNode) ForgedTokens.JSON.readTree(changed.replace("\\ud800", "<half>"));
        ObjectNode applicant = (ObjectNode) filing.path("applicant");
        changes.path("applicant").properties().forEach(change -> applicant.set(change.getKey(), change.getValue()));
        changes.remove("applicant");
        filing.setAll(changes);
        return filing.toString().replace("<half>", "\\ud800");
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    /** The problem's own name, or the names of what is wrong with the fields. */
    private static List<String> problems(Reply reply) {
        List<String> names = new ArrayList<>(List.of(reply.problem()));
        reply.body()
                .path("errors")
                .forEach(error -> names.add(error.path("code").asString()));
        return names;
    }
}
