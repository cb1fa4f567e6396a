package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import vn.motcua.Owner;
import vn.motcua.identity.application.PlaceStaff;

/** Operators place staff of issuers that say only who somebody is. */
@MovableClockIT
class StaffAssignmentsIT {

    private static final String PATH = "/api/v1/staff-assignments";
    private static final PlacingIssuer PLACING = new PlacingIssuer("placing");
    private static final PlacingIssuer MACHINES = new PlacingIssuer("machines");
    private static final String ISSUER = PLACING.url();

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    PlaceStaff staff;

    private Api api;
    private String operator;
    private String subject;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        PLACING.connect(registry, 0, "STAFF,MACHINE");
        MACHINES.connect(registry, 1, "MACHINE");
    }

    @AfterAll
    static void stop() {
        PLACING.stop();
        MACHINES.stop();
    }

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
        operator = api.token("operator");
        subject = UUID.randomUUID().toString();
    }

    private ObjectNode clerk(String agency, String from) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("issuer", ISSUER)
                .put("subject", subject)
                .put("role", "CLERK")
                .put("agency", agency)
                .put("validFrom", from);
    }

    /** As she is today to the service, whatever her token says. */
    private Caller she() {
        Caller token =
                new Caller(ISSUER + "|" + subject, Set.of(Role.LEADER), Optional.empty(), Set.of(1), Optional.empty());
        return Objects.requireNonNull(staff.placed(token).block());
    }

    @Test
    void whoMovesOfficeWorksThereAtOnceAndTheHistoryStays() {
        assertThat(she().roles()).isEmpty();
        Reply first = api.post(operator, PATH, clerk("3180731", "2026-01-01")).is(201);
        assertThat(she().agencies()).containsExactly(3180731);
        assertThat(she().roles()).containsExactly(Role.CLERK);

        Reply ended = end(first, "2026-03-01").is(200);
        assertThat(ended.string("endedBy")).contains("operator");
        assertThat(ended.string("endedAt")).startsWith("2026-03-02T09:00");
        assertThat(she().roles()).isEmpty();
        api.post(operator, PATH, clerk("3181001", "2026-03-02")).is(201);
        assertThat(she().agencies()).containsExactly(3181001);
        assertThat(Owner.number("SELECT count(*) FROM staff_assignment WHERE subject = ?", ISSUER + "|" + subject))
                .isEqualTo(2);
    }

    private Reply end(Reply assignment, String day) {
        return api.post(
                operator, PATH + "/" + assignment.body().path("id").asInt() + "/end", "{\"validTo\": \"" + day + "\"}");
    }

    @Test
    void whoSaysTheSameAgainIsAnsweredTheSame() {
        Reply first = api.post(operator, PATH, clerk("3180731", "2026-01-01")).is(201);
        Reply again = api.post(operator, PATH, clerk("3180731", "2026-01-01")).is(201);
        assertThat(again.text()).isEqualTo(first.text());
        Reply ended = end(first, "2026-03-01").is(200);
        assertThat(end(first, "2026-03-01").is(200).text()).isEqualTo(ended.text());
        assertThat(end(first, "2026-02-01").is(409).problem()).isEqualTo("assignment-conflict");
    }

    @Test
    void whoMustGoSoonerThanWasSaidIsEndedAnewAndEveryWordIsKept() {
        Reply first = api.post(operator, PATH, clerk("3180731", "2026-01-01").put("validTo", "2026-12-31"))
                .is(201);
        end(first, "2026-06-30").is(200);
        assertThat(she().roles()).containsExactly(Role.CLERK);
        clock.moveTo("2026-03-03T09:00");
        operator = api.token("operator");
        assertThat(end(first, "2026-07-01").is(409).problem()).isEqualTo("assignment-conflict");
        assertThat(end(first, "2026-03-01").is(409).problem()).isEqualTo("assignment-conflict");
        Reply sooner = end(first, "2026-03-02").is(200);
        assertThat(sooner.string("endedAt")).startsWith("2026-03-03T09:00");
        assertThat(she().roles()).isEmpty();
        assertThat(Owner.rows(
                        "SELECT last_day::text FROM staff_assignment_end WHERE assignment_id = ? ORDER BY id",
                        first.body().path("id").asInt()))
                .extracting(row -> row.get("last_day"))
                .containsExactly("2026-12-31", "2026-06-30", "2026-03-02");
        api.post(operator, PATH, clerk("3180731", "2026-03-03")).is(201);
    }

    @Test
    void whatNeverBeganCanStillBeMadeNeverToHaveBeen() {
        Reply first = api.post(operator, PATH, clerk("3180731", "2026-05-01")).is(201);
        end(first, "2026-05-31").is(200);
        end(first, "2026-04-30").is(200);
        api.post(operator, PATH, clerk("3181001", "2026-05-01").put("role", "LEADER"))
                .is(201);
    }

    @Test
    void anAssignmentIsFoundWhereItWasSaidToBe() {
        Reply first = api.post(operator, PATH, clerk("3180731", "2026-01-01")).is(201);
        Reply found = api.get(operator, first.header("Location").orElseThrow()).is(200);
        assertThat(found.text()).isEqualTo(first.text());
        assertThat(api.get(operator, PATH + "/2147483647").is(404).problem()).isEqualTo("not-found");
    }

    @Test
    void onlyStaffOfIssuersThatAreConfiguredSoArePlaced() {
        Reply unknown = api.post(operator, PATH, clerk("3180731", "2026-01-01").put("issuer", "https://typed.wrong"))
                .is(422);
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/issuer");
        assertThat(unknown.body().at("/errors/0/code").asString()).isEqualTo("unknown-issuer");
        ObjectNode machines = clerk("3180731", "2026-01-01").put("issuer", MACHINES.url());
        Reply clerk = api.post(operator, PATH, machines).is(422);
        assertThat(clerk.body().at("/errors/0/pointer").asString()).isEqualTo("/role");
        assertThat(clerk.body().at("/errors/0/code").asString()).isEqualTo("role-not-of-issuer");
        api.post(operator, PATH, machines.put("role", "MACHINE")).is(201);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        ObjectNode clerk = clerk("999999999", "2026-01-01").put("issuer", "https://typed.wrong");
        assertThat(faults(clerk)).containsExactly("/issuer unknown-issuer", "/agency unknown-agency");
        ObjectNode auditor = clerk("", "2026-01-01")
                .put("issuer", MACHINES.url())
                .put("role", "AUDITOR")
                .put("unit", "99999");
        auditor.remove("agency");
        assertThat(faults(auditor)).containsExactly("/role role-not-of-issuer", "/unit unknown-unit");
    }

    private List<String> faults(ObjectNode placement) {
        return api.post(operator, PATH, placement)
                .is(422)
                .body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    @Test
    void aMachineIsBoundByAWordAndNotBySilence() {
        ObjectNode machine = clerk("*", "2026-01-01");
        assertThat(api.post(operator, PATH, machine).is(422).problem()).isEqualTo("assignment-incomplete");
        machine.put("role", "MACHINE").remove("agency");
        assertThat(api.post(operator, PATH, machine).is(422).problem()).isEqualTo("assignment-incomplete");
        Reply everywhere = api.post(operator, PATH, machine.put("agency", "*")).is(201);
        assertThat(everywhere.string("agency")).isEqualTo("*");
        assertThat(she().agencies()).isEmpty();
        assertThat(she().roles()).containsExactly(Role.MACHINE);
    }

    @ParameterizedTest
    @CsvSource({
        "role, OFFICER, 409, assignment-conflict",
        "validFrom, 2026-02-01, 409, assignment-conflict",
        "agency, 999999999, 422, unknown-agency",
        "unit, 42, 422, assignment-incomplete",
        "validTo, 2025-12-31, 422, assignment-incomplete",
        "role, CITIZEN, 422, invalid-fields",
        "surprise, 1, 422, unknown-field"
    })
    void whatDoesNotFitIsRefused(String field, String value, int status, String problem) {
        api.post(operator, PATH, clerk("3180731", "2026-01-01")).is(201);
        Reply refused = api.post(operator, PATH, clerk("3180731", "2026-01-01").put(field, value));
        assertThat(refused.is(status).problem()).isEqualTo(problem);
    }

    @Test
    void anAuditorNeedsAUnitInForceOnTheFirstDay() {
        ObjectNode auditor = clerk("3180731", "2026-01-01").put("role", "AUDITOR");
        auditor.remove("agency");
        assertThat(api.post(operator, PATH, auditor.put("unit", "99999"))
                        .is(422)
                        .problem())
                .isEqualTo("unknown-unit");
        api.post(operator, PATH, auditor.put("unit", "42")).is(201);
        assertThat(she().unit()).contains("42@2026-01-01");
    }

    @Test
    void anyOfThemIsOnOnePageOfTheList() {
        Reply first = api.post(operator, PATH, clerk("3180731", "2026-01-01")).is(201);
        assertThat(api.get(operator, PATH + "?limit=1")
                        .is(200)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        Reply page = api.get(operator, PATH + "?limit=100").is(200);
        while (!page.body().path("next").isNull()) {
            page = api.get(operator, PATH + "?limit=100&cursor=" + page.string("next"))
                    .is(200);
        }
        assertThat(page.text()).contains(subject, first.string("assignedBy"));
    }
}
