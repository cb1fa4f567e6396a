package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import vn.motcua.Api;
import vn.motcua.AtOnce;
import vn.motcua.RebuildCommand;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Eventually;
import vn.motcua.platform.StartRefused;
import vn.motcua.reporting.application.RebuildFigures;

/** The command that makes figures anew, on a service that goes on. */
class RebuildIT {

    private static final int WRITERS = 4;
    private static final String SUMS = """
        SELECT coalesce(sum(received), 0) * 1000000 + coalesce(sum(filed), 0) * 1000 + coalesce(sum(due_open), 0)
          FROM (SELECT received, filed, due_open FROM figure_%s_day WHERE axis = 0
                 UNION ALL SELECT received, filed, due_open FROM figure_delta WHERE axis = 0) AS f
        """;

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static Api api;

    @BeforeAll
    static void starts() throws SQLException {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        api = new Api(service.port());
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @BeforeEach
    void hasALog() throws Exception {
        write(3, new Random());
        comesTrue("SELECT (SELECT count(*) FROM dossier_event) - (SELECT count(*) FROM log_position)");
    }

    @Test
    void whileFourWriteTheFiguresStayWhatTheLogSays() throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            all.add(() -> write(12, new Random()));
        }
        all.add(RebuildIT::rebuildUnlessFollowed);
        all.add(RebuildIT::rebuildUnlessFollowed);
        all.add(RebuildIT::ask);
        AtOnce.all(all);
        assertThatCode(() -> rebuild("--check")).doesNotThrowAnyException();
        for (String grain : List.of("agency", "province", "province_topic", "nation_topic")) {
            assertThat(number(SUMS.formatted(grain))).isEqualTo(number(SUMS.formatted("detail")));
        }
        assertThat(number(SUMS.formatted("detail")) / 1000 % 1000)
                .isEqualTo(number("SELECT count(*) FROM dossier_event WHERE type = 'FILED'"));
    }

    @Test
    void aDamagedFigureIsNamedAndMended() throws Exception {
        comesTrue("SELECT count(*) FROM figure_delta");
        run("UPDATE figure_province_day SET filed = filed + 7 WHERE filed > 0");
        assertThatThrownBy(() -> rebuild("--check")).hasStackTraceContaining("differences; nothing was changed");
        assertThat(number(SUMS.formatted("province"))).isNotEqualTo(number(SUMS.formatted("detail")));
        rebuild();
        assertThat(number(SUMS.formatted("province"))).isEqualTo(number(SUMS.formatted("detail")));
        rebuild("--check");
    }

    @Test
    void aLateFactThatNoEventToldIsNamed() throws SQLException {
        run("INSERT INTO figure_late (province, unit_version, agency_id, procedure_version_id, channel, axis, day,"
                + " filed, dossier_id, sequence, effective_on, recorded_at) VALUES (1, 1, 1, 1, 1, 0,"
                + " '2026-03-02', 1, gen_random_uuid(), 1, '2026-03-02', '2026-03-03T00:00Z')");
        assertThatThrownBy(() -> rebuild("--dry-run")).hasStackTraceContaining("Usage: rebuild-figures [--check]");
        assertThatThrownBy(() -> rebuild("--check")).hasStackTraceContaining("1 differences; nothing was changed");
        rebuild();
        rebuild("--check");
    }

    @Test
    void whatWasKilledInTheMiddleGoesOn() throws SQLException {
        String instance = "00000000-0000-0000-0000-000000000001";
        number("SELECT begin_rebuild('" + instance + "', '2026-01-01')");
        long token = number("SELECT token FROM figure_rebuild");
        run("SELECT * FROM rebuild_step('" + instance + "', " + token + ", 1)");
        assertThat(number("SELECT block FROM figure_rebuild WHERE stage = 'READ'"))
                .isEqualTo(1);
        rebuild();
        assertThat(number("SELECT count(*) FROM figure_rebuild WHERE stage = 'DONE' AND through = '2026-01-01'"))
                .as("the same rebuild, to its end")
                .isEqualTo(1);
        rebuild("--check");
    }

    @Test
    void aLogThatWasRewrittenIsReadFromItsBeginning() throws SQLException {
        String instance = "00000000-0000-0000-0000-000000000001";
        number("SELECT begin_rebuild('" + instance + "', '2026-01-01')");
        String step =
                "SELECT * FROM rebuild_step('" + instance + "', " + number("SELECT token FROM figure_rebuild") + ", 1)";
        run(step);
        run("VACUUM FULL dossier_event");
        assertThatThrownBy(() -> run(step)).hasMessageContaining("begin again");
        rebuild();
        rebuild("--check");
    }

    @Test
    void whoIsTakenOverCanDoNothingAnyMore() throws SQLException {
        String former = "00000000-0000-0000-0000-000000000001";
        number("SELECT begin_rebuild('" + former + "', '2026-01-01')");
        long token = number("SELECT token FROM figure_rebuild");
        rebuild();
        number("SELECT begin_rebuild('00000000-0000-0000-0000-000000000002', '2026-01-01')");
        assertThat(number("SELECT count(*) FROM rebuild_step('" + former + "', " + token + ", 2)"))
                .isZero();
        assertThat(number("SELECT CAST(finish_rebuild('" + former + "', " + token + ") AS integer)"))
                .isZero();
        assertThat(number("SELECT CAST(drop_rebuild('" + former + "', " + token + ") AS integer)"))
                .isZero();
        rebuild("--check");
    }

    /** As after a load in bulk: no figure, no delta. */
    @Test
    void theOwnerMakesThemFromNothing() throws Exception {
        long sums = number(SUMS.formatted("detail"));
        comesTrue("SELECT count(*) FROM figure_delta");
        run("TRUNCATE figure_detail_day, figure_detail_before, figure_agency_day, figure_agency_before,"
                + " figure_province_day, figure_province_before");
        run("CALL rebuild_figures('2026-11-22', 3)");
        assertThat(number(SUMS.formatted("detail"))).isEqualTo(sums);
        rebuild("--check");
    }

    /** As the command does, of which two in one process would share its logging. */
    private static boolean rebuildUnlessFollowed() {
        try {
            return service.bean(RebuildFigures.class)
                    .run(false, _ -> {})
                    .block()
                    .isEmpty();
        } catch (StartRefused followed) {
            return false;
        }
    }

    private static boolean rebuild(String... options) {
        var application = new SpringApplication(RebuildCommand.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        String[] arguments = Stream.concat(
                        Stream.of("rebuild-figures"),
                        Stream.concat(
                                Stream.of(options),
                                Stream.of(
                                        "--spring.r2dbc.url=r2dbc:postgresql://" + database.host() + ":"
                                                + database.port() + "/" + database.database(),
                                        "--spring.r2dbc.username=" + DatabaseAddress.SERVICE,
                                        "--spring.r2dbc.password=" + database.getPassword())))
                .toArray(String[]::new);
        try {
            application.run(arguments).close();
        } catch (IllegalStateException | StartRefused ended) {
            if (options.length > 0 || !String.valueOf(ended).contains("took over")) {
                throw ended;
            }
        }
        return true;
    }

    /** Whoever asks meanwhile is answered. */
    private static boolean ask() {
        for (int question = 0; question < 40; question++) {
            api.get(
                            api.token("auditor"),
                            "/api/v1/on-time-rates?level=PROVINCE&from=2026-01-01&to=2026-12-31&asOf=2026-11-22")
                    .is(200);
        }
        return true;
    }

    private static boolean write(int filings, Random random) {
        String clerk = api.token("clerk&unit=18073");
        for (int filing = 0; filing < filings; filing++) {
            String id =
                    api.file(api.token("citizen"), api.filing("18073")).is(201).string("id");
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 ->
                    api.step(clerk, id, "refusal", 1, "{\"reason\":\"x\"}").is(200);
                default -> api.step(clerk, id, "acceptance", 1, "{}").is(200);
            }
        }
        return true;
    }

    private static void comesTrue(String query) throws InterruptedException {
        assertThat(Eventually.comesTrue(Duration.ofSeconds(60), () -> number(query) == 0))
                .isTrue();
    }

    private static long number(String query) {
        try (Connection owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection owner = database.owner();
                var sent = owner.createStatement()) {
            sent.execute(statement);
        }
    }
}
