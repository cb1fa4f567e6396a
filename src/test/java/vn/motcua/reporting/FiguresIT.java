package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.HandHeld;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.TestDatabase;
import vn.motcua.platform.Lease;
import vn.motcua.reporting.application.Fold;

/** Figures: live, exact, and only for those who may see them. Each test has a commune of its own. */
@MovableClockIT
class FiguresIT {

    private static final List<String> OUT_AND_THERE = List.of(
            "early",
            "onTime",
            "overdue",
            "withdrawn",
            "stopped",
            "resolvedWithoutDue",
            "pendingInTime",
            "pendingOverdue",
            "pendingPaused",
            "pendingWithoutDue");

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    Fold fold;

    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
    }

    @Test
    void theVeryNextReadSeesItBeforeTheFoldAndAfter() throws Exception {
        String unit = "18184";
        try (var held = HandHeld.take(TestDatabase.shared(), "figures-fold")) {
            accept(unit, file(unit, "1.004222"));
            assertThat(Owner.number("SELECT count(*) FROM figure_delta WHERE unit_version = 1318184"))
                    .isEqualTo(5);
            assertThat(march(unit, "OT-1").path("received").asInt()).isEqualTo(1);
            assertThat(fold.next(new Lease(
                                    "figures-fold",
                                    held.lease().holder(),
                                    held.lease().token() - 1))
                            .block())
                    .as("under a lease that was followed")
                    .isZero();
            while (Owner.number("SELECT count(*) FROM figure_delta WHERE unit_version = 1318184") > 0) {
                fold.next(held.lease()).block();
            }
        }
        assertThat(Owner.number("SELECT sum(received) FROM figure_agency_day WHERE unit_version = 1318184"))
                .isEqualTo(1);
        assertThat(march(unit, "OT-1").path("received").asInt()).isEqualTo(1);
        assertThat(march(unit, "OT-1").path("pendingInTime").asInt()).isEqualTo(1);
    }

    @Test
    void whatHappensInACommuneHappensInItsProvinceAndTheNation() {
        String unit = "18196";
        Function<String, Integer> received =
                query -> total(query).path("received").asInt();
        int province = received.apply("level=PROVINCE&unit=42");
        int other = received.apply("level=PROVINCE&unit=40");
        int nation = received.apply("level=NATION");
        accept(unit, file(unit, "1.004222"));
        assertThat(received.apply("level=COMMUNE&unit=" + unit)).isEqualTo(1);
        assertThat(received.apply("level=PROVINCE&unit=42")).isEqualTo(province + 1);
        assertThat(received.apply("level=PROVINCE&unit=40")).isEqualTo(other);
        assertThat(received.apply("level=NATION")).isEqualTo(nation + 1);
        JsonNode communes = rates(api.token("auditor"), "level=COMMUNE&unit=42", "2026-03-01", "2026-03-31", "OT-1")
                .body();
        assertThat(communes.path("rows")).hasSize(69);
        int sum = 0;
        for (JsonNode row : communes.path("rows")) {
            balances(row);
            sum += row.path("received").asInt();
        }
        assertThat(communes.at("/total/received").asInt()).isEqualTo(sum);
    }

    @Test
    void finishedOnTheDueDayAfterTheDueMomentIsOnTimeByDayAndOverdueByMoment() {
        String unit = "18199";
        String id = accept(unit, file(unit, "1.004222"));
        clock.moveTo("2026-03-11T17:00:00.001");
        finish(unit, id);
        JsonNode byDay = march(unit, "OT-1");
        assertThat(byDay.path("onTime").asInt()).isEqualTo(1);
        assertThat(byDay.at("/rates/0/rate").asDouble()).isEqualTo(1);
        JsonNode byMoment = march(unit, "OT-2");
        assertThat(byMoment.path("onTime").asInt()).isZero();
        assertThat(byMoment.path("overdue").asInt()).isEqualTo(1);
        assertThat(byMoment.at("/rates/0/rate").asDouble()).isZero();
    }

    @Test
    void earlyOverdueAndCarriedOverAreCountedWhereTheyBelong() {
        String unit = "18202";
        String early = accept(unit, file(unit, "1.004222"));
        String late = accept(unit, file(unit, "1.004222"));
        accept(unit, file(unit, "1.004222"));
        clock.moveTo("2026-03-10T16:00");
        finish(unit, early);
        clock.moveTo("2026-04-01T09:00");
        finish(unit, late);
        JsonNode march = march(unit, "OT-1");
        assertThat(numbers(march, "received", "carriedOver", "early", "overdue", "pendingOverdue"))
                .containsExactly(3, 0, 1, 0, 2);
        JsonNode april =
                row(rates(api.token("auditor"), "level=COMMUNE&unit=" + unit, "2026-04-01", "2026-04-30", "OT-1"));
        assertThat(numbers(april, "received", "carriedOver", "early", "overdue", "pendingOverdue"))
                .containsExactly(0, 2, 0, 1, 1);
        assertThat(april.at("/rates/0/denominator").asInt()).isEqualTo(1);
    }

    @Test
    void pendingBecomesOverdueAtTheDueMomentByMomentAndTheNextDayByDay() {
        String unit = "18223";
        accept(unit, file(unit, "1.004222"));
        overdue(unit, "2026-03-11T16:59:59.999", 0, 0);
        overdue(unit, "2026-03-11T17:00", 0, 0);
        overdue(unit, "2026-03-11T17:00:00.001", 0, 1);
        overdue(unit, "2026-03-11T23:59:59.999", 0, 1);
        overdue(unit, "2026-03-12T00:00", 1, 1);
    }

    @Test
    void withoutADueMomentIsAClassOfItsOwn() {
        String unit = "18229";
        String citizen = api.token("citizen");
        var filing = api.filing("1.013065", unit, "citizen").put("case", "lost-papers");
        String id = api.file(citizen, filing).is(201).string("id");
        Reply accepted = api.step(api.token("clerk&unit=" + unit), id, "acceptance", 1, "{}")
                .is(200);
        assertThat(accepted.string("dueMissing")).isEqualTo("TERM_UNCONFIRMED");
        assertThat(accepted.body().path("dueAt").isNull()).isTrue();
        assertThat(numbers(march(unit, "OT-1"), "received", "pendingWithoutDue"))
                .containsExactly(1, 1);
        finish(unit, id);
        JsonNode resolved = march(unit, "OT-2");
        assertThat(numbers(resolved, "received", "resolvedWithoutDue", "onTime", "early"))
                .containsExactly(1, 1, 0, 0);
        assertThat(resolved.at("/rates/0/rate").isNull()).isTrue();
    }

    @Test
    void nothingResolvedIsNotApplicable() {
        JsonNode rate = march("18244", "OT-1").at("/rates/0");
        assertThat(rate.path("rate").isNull()).isTrue();
        assertThat(rate.path("reason").asString()).isEqualTo("NOT_APPLICABLE");
        assertThat(rate.path("denominator").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, VN, 200",
        "auditor-province, 42, 200",
        "auditor-province, 18244, 200",
        "auditor-province, 40, 404",
        "auditor-province, VN, 404",
        "clerk&unit=18244, 18244, 200",
        "clerk&unit=18244, 18262, 404",
        "officer&unit=18244, 42, 404",
        "leader&unit=18244, 18244, 200",
        "citizen, 18244, 403",
        "machine, 18244, 403",
        "operator, 18244, 403",
        "auditor, 99999, 422",
        "auditor, 18244@2025-02-28, 422"
    })
    void figuresAreForThoseWhoMaySeeThem(String persona, String unit, int status) {
        rates(api.token(persona), "level=COMMUNE&unit=" + unit, "2026-03-01", "2026-03-31", "OT-1")
                .is(status);
    }

    @Test
    void whoNamesNoUnitSeesTheOwn() {
        assertThat(rates(api.token("auditor-province"), "level=PROVINCE", "2026-03-01", "2026-03-31", "OT-1")
                        .body()
                        .at("/rows/0/key/unit/code")
                        .asString())
                .isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level=COMMUNE&from=2026-03-31&to=2026-03-01",
                "level=COMMUNE&from=2026-03-32&to=2026-04-01",
                "level=COMMUNE&to=2026-04-01",
                "level=VILLAGE&from=2026-03-01&to=2026-03-31",
                "level=COMMUNE&from=2026-03-01&to=2026-03-31&definition=OT-9",
                "level=COMMUNE&from=2026-03-01&to=2026-03-31&unit=42@yesterday",
                "from=2026-03-01&to=2026-03-31"
            })
    void aQuestionThatMakesNoSenseIsRefused(String query) {
        assertThat(api.get(api.token("auditor"), "/api/v1/on-time-rates?" + query)
                        .is(400)
                        .problem())
                .isEqualTo("invalid-parameter");
    }

    private void overdue(String unit, String now, int byDay, int byMoment) {
        clock.moveTo(now);
        assertThat(numbers(march(unit, "OT-1"), "pendingOverdue", "pendingInTime"))
                .containsExactly(byDay, 1 - byDay);
        assertThat(numbers(march(unit, "OT-2"), "pendingOverdue", "pendingInTime"))
                .containsExactly(byMoment, 1 - byMoment);
    }

    private String file(String unit, String procedure) {
        return api.file(api.token("citizen"), api.filing(procedure, unit, "citizen"))
                .is(201)
                .string("id");
    }

    private String accept(String unit, String id) {
        api.step(api.token("clerk&unit=" + unit), id, "acceptance", 1, "{}").is(200);
        return id;
    }

    private void finish(String unit, String id) {
        api.step(api.token("clerk&unit=" + unit), id, "hand-over", 2, "{}").is(200);
        api.step(api.token("officer&unit=" + unit), id, "completion", 3, "{\"reason\": \"x\", \"signedBy\": \"A\"}")
                .is(200);
    }

    /** The commune's row of March. */
    private JsonNode march(String unit, String definition) {
        return row(rates(api.token("auditor"), "level=COMMUNE&unit=" + unit, "2026-03-01", "2026-03-31", definition));
    }

    private JsonNode total(String query) {
        JsonNode total = rates(api.token("auditor"), query, "2026-03-01", "2026-03-31", "OT-1")
                .is(200)
                .body()
                .path("total");
        balances(total);
        return total;
    }

    private static JsonNode row(Reply reply) {
        JsonNode body = reply.is(200).body();
        assertThat(body.path("rows")).hasSize(1);
        balances(body.at("/rows/0"));
        balances(body.path("total"));
        return body.at("/rows/0");
    }

    private Reply rates(String token, String query, String from, String to, String definition) {
        return api.get(
                token, "/api/v1/on-time-rates?" + query + "&from=" + from + "&to=" + to + "&definition=" + definition);
    }

    /** */
    private static void balances(JsonNode row) {
        int came = row.path("received").asInt() + row.path("carriedOver").asInt();
        int went =
                OUT_AND_THERE.stream().mapToInt(name -> row.path(name).asInt()).sum();
        assertThat(went).as(row.toString()).isEqualTo(came);
    }

    private static List<Integer> numbers(JsonNode row, String... names) {
        return List.of(names).stream().map(name -> row.path(name).asInt()).toList();
    }
}
