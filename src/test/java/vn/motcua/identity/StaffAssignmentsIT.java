package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.identity.application.Assignments;
import vn.motcua.identity.application.PlaceStaff;

/** Operators place staff of issuers that say only who somebody is. */
@MovableClockIT
class StaffAssignmentsIT {

    private static final String PATH = "/api/v1/staff-assignments";
    private static final String ISSUER = "https://agencies.example";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InstantSource now;

    @Autowired
    Assignments assignments;

    private Api api;
    private String operator;
    private String subject;

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
        return Objects.requireNonNull(
                new PlaceStaff(Set.of(ISSUER), assignments, now).placed(token).block());
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
        assertThat(she().unit()).contains("42");
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
