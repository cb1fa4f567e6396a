package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;

/** Figures on the units as they were and as they are, by any grouping, and what anybody may see of them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.dev.embedded-database=false",
            "motcua.dev.data=target/dev-data",
            "management.server.port=0",
            "motcua.answers.sweep-every=P1D",
            "motcua.deadlines.recompute-every=P1D"
        })
@ActiveProfiles("dev")
@Import(FigureViewsIT.OwnDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureViewsIT {

    private static final String IN_2024 = "from=2024-01-01&to=2024-12-31";
    private static final int OF_A_DISTRICT = 1000;

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnDatabase {

        @Bean
        DatabaseAddress databaseAddress() throws SQLException {
            return TestDatabase.empty();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    DatabaseAddress database;

    private Api api;
    private final Map<String, Integer> accepted = new HashMap<>();
    private Map<String, TreeSet<String>> successors = Map.of();

    @BeforeAll
    void acceptInOldUnits() {
        api = new Api(port);
        var figures = new FiguresOfOldUnits(database);
        LocalDate last = LocalDate.of(2025, 6, 30);
        successors = figures.successors(List.of("52", "64"));
        successors.keySet().forEach(code -> {
            accepted.put(code, 1 + accepted.size() % 97);
            figures.accept(figures.version(code, last), LocalDate.of(2024, 5, 20), accepted.get(code), "");
        });
        figures.accept(figures.version("540", last), LocalDate.of(2024, 7, 1), OF_A_DISTRICT, "");
        figures.accept(figures.version("26368", LocalDate.of(2026, 4, 29)), LocalDate.of(2026, 4, 20), 7, "");
        figures.accept(figures.version("26368", LocalDate.of(2026, 4, 30)), LocalDate.of(2026, 5, 20), 9, "");
        figures.accept(figures.version("18073", LocalDate.of(2026, 2, 1)), LocalDate.of(2026, 2, 3), 3, "");
        int other = figures.version("18244", LocalDate.of(2026, 2, 1));
        figures.accept(other, LocalDate.of(2026, 2, 3), 50, "");
        figures.accept(other, LocalDate.of(2026, 2, 10), 7, "2026-03-05T09:00:00+07:00");
    }

    @Test
    void whatOldCommunesReceivedStandsWithTheirSuccessorsOrBetweenThem() {
        Map<String, Integer> placed = new HashMap<>();
        Map<String, Integer> unplaced = new HashMap<>();
        Map<String, TreeSet<String>> candidates = new HashMap<>();
        successors.forEach((old, heirs) -> heirs.forEach(heir -> {
            (heirs.size() == 1 ? placed : unplaced).merge(heir, accepted.get(old), Integer::sum);
            if (heirs.size() > 1) {
                candidates.computeIfAbsent(heir, _ -> new TreeSet<>()).addAll(heirs);
            }
        }));
        JsonNode answer = figures("level=COMMUNE&unit=52&view=TODAY&" + IN_2024);
        assertThat(answer.path("rows")).hasSize(135);
        for (JsonNode row : answer.path("rows")) {
            String code = row.at("/key/unit/code").asString();
            assertThat(row.path("received").asInt()).as(code).isEqualTo(placed.getOrDefault(code, 0));
            assertThat(row.at("/unplaced/count").asInt(0)).as(code).isEqualTo(unplaced.getOrDefault(code, 0));
            assertThat(new TreeSet<>(row.at("/unplaced/candidates").values().stream()
                            .map(unit -> unit.path("code").asString())
                            .toList()))
                    .as(code)
                    .isEqualTo(candidates.getOrDefault(code, new TreeSet<>()));
        }
        assertThat(answer.at("/total/received").asInt()).isEqualTo(all());
    }

    @Test
    void aProvinceHoldsAllOfTheProvincesThatItTookOverAndTheirDistricts() {
        JsonNode answer = figures("level=PROVINCE&unit=52&view=TODAY&" + IN_2024);
        assertThat(answer.path("rows")).hasSize(1);
        assertThat(answer.at("/rows/0/received").asInt()).isEqualTo(all() + OF_A_DISTRICT);
        assertThat(answer.at("/rows/0").has("unplaced")).isFalse();
        assertThat(figures("level=PROVINCE&unit=52@2025-06-30&" + IN_2024).at("/rows/0/key/unit/name"))
                .hasToString("\"Tỉnh Bình Định\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "agency", "month"})
    void whatMakesTheRowsDoesNotChangeTheTotal(String groupBy) {
        JsonNode answer = figures("level=COMMUNE&unit=52&view=TODAY&groupBy=" + groupBy + "&" + IN_2024);
        assertThat(answer.at("/total/received").asInt()).isEqualTo(all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "agency", "sector", "procedure", "channel", "month"})
    void everyGroupingHoldsAllOfAProvince(String groupBy) {
        JsonNode answer = figures("level=PROVINCE&unit=52&view=TODAY&groupBy=" + groupBy + "&" + IN_2024);
        assertThat(answer.at("/total/received").asInt()).isEqualTo(all() + OF_A_DISTRICT);
        assertThat(answer.path("rows").values().stream()
                        .mapToInt(row -> row.path("received").asInt())
                        .sum())
                .isEqualTo(all() + OF_A_DISTRICT);
    }

    @Test
    void aUnitThatOnlyChangedGoesOn() {
        JsonNode answer = figures("level=COMMUNE&unit=75&from=2026-04-01&to=2026-05-31");
        assertThat(answer.at("/total/received").asInt()).isEqualTo(16);
        assertThat(answer.path("rows").values().stream()
                        .filter(row -> row.at("/key/unit/code").asString().equals("26368"))
                        .map(row -> row.at("/key/unit/validFrom").asString() + " "
                                + row.path("received").asInt() + " "
                                + row.path("carriedOver").asInt()))
                .containsExactlyInAnyOrder("2025-07-01 7 0", "2026-04-30 9 0");
        assertThat(figures("level=COMMUNE&unit=26368&from=2026-04-01&to=2026-05-31")
                        .at("/total/received")
                        .asInt())
                .isEqualTo(16);
    }

    @Test
    void everyDefinitionStandsSideBySide() {
        JsonNode row = figures("level=PROVINCE&unit=75&definition=all&from=2026-04-01&to=2026-05-31")
                .path("total");
        assertThat(row.path("rates").values().stream()
                        .map(rate -> rate.path("definition").asString()))
                .containsExactly("OT-1", "OT-2", "OT-4", "OT-5", "OT-6");
        assertThat(row.has("onTime")).isFalse();
        assertThat(row.at("/rates/0").has("onTime")).isTrue();
        assertThat(row.path("pendingWithoutDue").asInt()).isEqualTo(16);
    }

    @Test
    void anybodySeesAClosedMonthAsItWasKnownAtItsEndWithoutSmallCounts() {
        String question = "level=COMMUNE&unit=42&from=2026-02-01&to=2026-02-28";
        JsonNode open = open(question).is(200).body();
        assertThat(open.path("asOf").asString()).startsWith("2026-02-28T23:59:59");
        JsonNode small = row(open, "18073");
        assertThat(small.path("suppressed").asBoolean()).isTrue();
        assertThat(small.has("received") || small.has("pendingWithoutDue") || small.has("early"))
                .isFalse();
        assertThat(small.at("/rates/0/reason").asString()).isEqualTo("SUPPRESSED");
        assertThat(row(open, "18244").path("received").asInt()).isEqualTo(50);
        assertThat(open.at("/total/suppressed").asBoolean()).isTrue();
        JsonNode known = figures(question);
        assertThat(row(known, "18073").path("received").asInt()).isEqualTo(3);
        assertThat(row(known, "18244").path("received").asInt()).isEqualTo(57);
        assertThat(row(figures(question + "&asOf=2026-02-28"), "18244")
                        .path("received")
                        .asInt())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "level=NATION&from=2026-02-01&to=2026-02-28, 200",
        "level=NATION&from=2025-12-15&to=2026-03-14, 200",
        "level=PROVINCE&from=2024-12-15&to=2025-12-14&definition=OT-4, 200",
        "level=MINISTRY&from=2026-02-01&to=2026-02-28, 200",
        "level=COMMUNE&from=2026-02-01&to=2026-02-28, 200",
        "level=NATION&groupBy=sector&from=2026-02-01&to=2026-02-28, 200",
        "level=NATION&from=2026-02-01&to=2026-02-27, 401",
        "level=NATION&from=2026-02-01&to=2026-02-28&definition=OT-2, 401",
        "level=NATION&from=2026-02-01&to=2026-02-28&asOf=2026-03-01, 401",
        "level=NATION&from=2026-02-01&to=2026-02-28&groupBy=agency, 401",
        "level=NATION&from=2026-02-01&to=2026-02-28&view=TODAY, 401",
        "level=PROVINCE&from=2026-02-01&to=2026-02-28&scope=OWN, 401",
        "level=NATION&from=2026-02-28&to=2026-02-01, 400",
        "level=NATION&unit=42&from=2026-02-01&to=2026-02-28, 400",
        "level=COMMUNE&unit=99999&from=2026-02-01&to=2026-02-28, 422"
    })
    void withoutSignInOnlyClosedPeriodsAreOpen(String query, int status) {
        open(query).is(status);
    }

    @ParameterizedTest
    @CsvSource({
        "level=DISTRICT&from=2025-06-01&to=2025-07-31&unit=42, 200, ''",
        "level=DISTRICT&from=2025-07-01&to=2025-07-31, 400, /level level-did-not-exist",
        "level=DISTRICT&from=2025-06-01&to=2025-07-31&view=TODAY, 400, /level level-did-not-exist",
        "level=PROVINCE&unit=18073&from=2026-02-01&to=2026-02-28, 400, /level level-above-unit",
        "level=NATION&from=2026-02-01&to=2026-02-28&asOf=2999-01-01, 400, /asOf as-of-in-future",
        "level=NATION&from=2026-02-01&to=2026-02-28&asOf=soon, 400, /asOf invalid-date",
        "level=NATION&from=2099-02-01&to=2026-02-28&asOf=soon&unit=42@x, 400,"
                + " /unit invalid-format /asOf invalid-date /from period-upside-down /from period-in-future",
        "level=COMMUNE&unit=64@2025-06-30&from=2025-08-01&to=2025-08-31, 422, ''",
        "level=COMMUNE&groupBy=sector&from=2026-02-01&to=2026-02-28, 422, ''",
        "level=NATION&from=2026-02-01&to=2026-02-28&definition=OT-3, 400, ''"
    })
    void everythingWrongIsNamedAtOnce(String query, int status, String errors) {
        Reply reply =
                api.get(api.token("auditor"), "/api/v1/on-time-rates?" + query).is(status);
        assertThat(reply.body().path("errors").values().stream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString())
                        .reduce("", (some, more) -> (some + " " + more).strip()))
                .isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({"42@2025-06-30, 200", "40@2025-06-30, 404", "40, 404", "18073, 200"})
    void anAuditorReachesWhatTheOwnProvinceTookOverAndNoOther(String unit, int status) {
        api.get(
                        api.token("auditor-province"),
                        "/api/v1/on-time-rates?level=COMMUNE&from=2025-06-01&to=2025-07-31&unit=" + unit)
                .is(status);
    }

    @Test
    void definitionsAreListedInTheCallersLanguage() {
        Reply reply =
                api.send("GET", "/api/v1/on-time-definitions", Optional.empty()).is(200);
        assertThat(reply.body().path("items").values().stream()
                        .map(one -> one.path("id").asString()))
                .containsExactly("OT-1", "OT-2", "OT-4", "OT-5", "OT-6");
        assertThat(reply.body().at("/items/0/words").asString()).startsWith("Theo ngày");
        assertThat(api.send("GET", "/api/v1/on-time-definitions", Optional.empty(), "Accept-Language", "en")
                        .body()
                        .at("/items/0/words")
                        .asString())
                .startsWith("By day");
    }

    @Test
    void intakeRatesNeedSignIn() {
        String path = "/api/v1/intake-rates?level=PROVINCE&from=2026-02-01&to=2026-02-28";
        api.send("GET", path, Optional.empty()).is(401);
        JsonNode total = api.get(api.token("auditor"), path).is(200).body().path("total");
        assertThat(total.path("filed").asInt()).isZero();
        assertThat(total.at("/rates/0/reason").asString()).isEqualTo("NOT_APPLICABLE");
    }

    private int all() {
        return accepted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private JsonNode figures(String query) {
        return api.get(api.token("auditor"), "/api/v1/on-time-rates?" + query)
                .is(200)
                .body();
    }

    private Reply open(String query) {
        return api.send("GET", "/api/v1/on-time-rates?" + query, Optional.empty());
    }

    private static JsonNode row(JsonNode answer, String code) {
        return answer.path("rows").values().stream()
                .filter(row -> row.at("/key/unit/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
