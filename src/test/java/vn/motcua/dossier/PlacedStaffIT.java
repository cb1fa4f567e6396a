package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.identity.PlacingIssuer;

/** What staff reach whose issuer says only who they are: what their assignments say, from the day on which they say it. */
@MovableClockIT
class PlacedStaffIT {

    private static final PlacingIssuer ISSUER = new PlacingIssuer("placing");
    private static final String ASSIGNMENTS = "/api/v1/staff-assignments";
    private static final String UNIT = "18814";
    private static final String OF_ANOTHER_PROVINCE = "22051";
    private static final String POLICE = "3188142";
    private static final String ELSEWHERE = "3180731";
    private static final String IMPORTS = "dossier-imports:old";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private String anna;
    private String binh;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        ISSUER.connect(registry, 0, "STAFF,MACHINE");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-16T09:00");
        anna = UUID.randomUUID().toString();
        binh = UUID.randomUUID().toString();
    }

    /** The token claims what nobody hears. */
    private String token(String subject) {
        return ISSUER.token(
                subject, clock.instant(), Map.of("roles", List.of("operator", "leader"), "agencies", List.of(1)));
    }

    private String machine(String subject, String scope) {
        return ISSUER.token(subject, clock.instant(), Map.of("scope", scope));
    }

    private Reply place(String subject, String role, String agency) {
        return place(subject, role, "agency", agency);
    }

    private Reply place(String subject, String role, String where, String place) {
        ObjectNode placement = JsonMapper.shared()
                .createObjectNode()
                .put("issuer", ISSUER.url())
                .put("subject", subject)
                .put("role", role)
                .put(where, place)
                .put("validFrom", "2026-03-16");
        return api.post(api.token("operator"), ASSIGNMENTS, placement).is(201);
    }

    private void end(Reply assignment, String day) {
        api.post(
                        api.token("operator"),
                        assignment.header("Location").orElseThrow() + "/end",
                        "{\"validTo\": \"" + day + "\"}")
                .is(200);
    }

    @Test
    void aDossierIsSeenByWhoeverIsPlacedThereAndNoLongerByWhoeverMoved() {
        String dossier = "/api/v1/dossiers/"
                + api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        api.get(token(anna), dossier).is(404);
        Reply assigned = place(anna, "CLERK", POLICE);
        api.get(token(anna), dossier).is(200);
        api.get(token(binh), dossier).is(404);

        end(assigned, "2026-03-15");
        place(anna, "CLERK", ELSEWHERE);
        place(binh, "CLERK", POLICE);
        api.get(token(anna), dossier).is(404);
        api.get(token(binh), dossier).is(200);
    }

    @Test
    void anAuditorSeesTheDossiersBehindAFigureOfTheProvinceOfHerAssignmentAndOfNoOther() {
        String own = "/api/v1/on-time-rates/dossiers?level=COMMUNE&unit=" + UNIT
                + "&from=2026-03-01&to=2026-03-15&class=received";
        String other = own.replace(UNIT, OF_ANOTHER_PROVINCE);
        api.get(token(anna), own).is(403);
        place(anna, "AUDITOR", "unit", "42");
        place(binh, "AUDITOR", "unit", "66");
        api.get(token(anna), own).is(200);
        api.get(token(anna), other).is(404);
        api.get(token(binh), own).is(404);
        api.get(token(binh), other).is(200);
    }

    @Test
    void aMachineImportsForTheAgencyOfItsAssignmentWithTheScopesOfItsToken() {
        tell(machine(anna, IMPORTS)).is(403);
        Reply assigned = place(anna, "MACHINE", POLICE);
        tell(machine(anna, IMPORTS)).is(201);
        end(assigned, "2026-03-15");
        assertThat(tell(machine(anna, IMPORTS)).is(403).problem()).isEqualTo("forbidden");
        place(anna, "MACHINE", ELSEWHERE);
        assertThat(tell(machine(anna, IMPORTS)).is(403).problem()).isEqualTo("import-not-yours");
        place(binh, "MACHINE", "*");
        tell(machine(binh, IMPORTS)).is(201);
    }

    /** RFC 6750, 3.1. */
    @Test
    void whoLacksTheScopeIsToldWhichOne() {
        place(anna, "MACHINE", POLICE);
        Reply refused = tell(machine(anna, "payments")).is(403);
        assertThat(refused.problem()).isEqualTo("insufficient-scope");
        assertThat(refused.header("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"dossier-imports:old\"");
    }

    private Reply tell(String token) {
        return Telling.of(api, "1.004222", "COUNTER")
                .with("competentUnit", UNIT)
                .wholeLife()
                .tell(api, token, UUID.randomUUID().toString());
    }
}
