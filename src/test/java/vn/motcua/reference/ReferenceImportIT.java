package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.Api;
import vn.motcua.AtOnce;
import vn.motcua.faults.client.Eventually;
import vn.motcua.reference.application.ImportLost;
import vn.motcua.reference.application.ImportRegister;
import vn.motcua.reference.application.ReferenceStore;
import vn.motcua.territory.application.Territories;

/** What an import does to reference data, and what it does not when it is refused, breaks, or is not alone. */
class ReferenceImportIT extends ImportOverHttp {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    @Autowired
    ReferenceStore store;

    @Autowired
    ImportRegister register;

    @Autowired
    Territories territories;

    private Map<String, Long> before;

    @BeforeEach
    void remember() {
        before = state();
    }

    @Test
    void dryRunSaysWhatWouldChangeAndChangesNothing() {
        Api.Reply ended = ended(form().post(port, operator, "?dryRun=true").is(202));
        assertThat(ended.string("state")).isEqualTo("DONE");
        assertThat(ended.body().path("report").path("changes")).isNotEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void loadsTheExcerptOnceAndFindsNothingTheSecondTime() {
        Api.Reply first = ended(form().post(port, operator, "").is(202));
        assertThat(first.string("state")).as(first.text()).isEqualTo("DONE");
        assertThat(first.body().path("files").path(0).path("linesTotal").asInt())
                .isEqualTo(144);
        assertThat(first.body().path("report").path("badLineCount").asInt()).isZero();
        assertThat(territories.current().map(all -> all.versionsOf("46")).block())
                .hasSize(2);
        assertThat(count("SELECT count(*) FROM administrative_unit u JOIN administrative_unit p ON u.parent = p.version"
                        + " WHERE p.code = '46' AND u.valid_to IS NULL"))
                .isEqualTo(40);
        assertThat(count("SELECT count(*) FROM agency_version v JOIN administrative_unit u ON u.version = v.unit"
                        + " WHERE u.parent = 1100046"))
                .isEqualTo(80);
        Map<String, Long> loaded = state();

        Api.Reply second = ended(form().post(port, operator, "").is(202));
        assertThat(second.string("state")).isEqualTo("DONE");
        assertThat(second.body().path("report").path("changes")).isEmpty();
        assertThat(second.body().path("report").path("overview"))
                .isEqualTo(first.body().path("report").path("overview"));
        assertThat(state()).isEqualTo(loaded);
    }

    @Test
    void takesTheLevelsThatTwoMoreColumnsOfProceduresName() throws InterruptedException {
        String header = String.join(",", SourceFile.PROCEDURES.columns()) + ",account_level,authentication_level\n";
        String row = "9.000241,Thủ tục chỉ để thử,Thử,xa,3,working_day,0,test,,1/QĐ,Công an cấp Xã,online,,,,,";
        Api.Reply ended = ended(new Form()
                .file("procedures.csv", header + row + ",2,3\n")
                .post(port, operator, "")
                .is(202));
        assertThat(ended.string("state")).as(ended.text()).isEqualTo("DONE");
        Api.Reply procedure = onceKnown("/api/v1/procedures/9.000241");
        assertThat(procedure.body().at("/policies/accountLevel").asInt()).isEqualTo(2);
        assertThat(procedure.body().at("/policies/authenticationLevel").asInt()).isEqualTo(3);
    }

    /** Every instance looks for changes twice a second, this one too. */
    private Api.Reply onceKnown(String path) throws InterruptedException {
        Eventually.comesTrue(
                Duration.ofSeconds(20), () -> api.get(operator, path).status() == 200);
        return api.get(operator, path).is(200);
    }

    @Test
    void tellsHowFarItIsWhileItRuns() throws SQLException {
        Api.Reply begun;
        Api.Reply writing;
        try (Connection owner = database.owner();
                var held = owner.createStatement()) {
            owner.setAutoCommit(false);
            held.execute("SELECT version FROM reference_version FOR UPDATE");
            begun = new Form()
                    .file("units_2025.csv", "code,name,kind,parent_code\n95,Tỉnh Thử Bốn,tinh,\n")
                    .post(port, operator, "")
                    .is(202);
            writing = untilIt("stage", "WRITING", begun);
            owner.rollback();
        }
        assertThat(writing.string("state")).isEqualTo("RUNNING");
        assertThat(writing.body().path("files").path(0).path("linesRead").asInt())
                .isEqualTo(2);
        assertThat(ended(begun).string("state")).isEqualTo("DONE");
    }

    @Test
    void oneBadLineKeepsEverythingOut() {
        Api.Reply ended = ended(new Form()
                .file(EXCERPT.resolve("units_2024.csv"))
                .file("units_2025.csv", read("units_2025.csv") + "19999,Xã Mới,xa,99\n")
                .post(port, operator, "", "Accept-Language", "en")
                .is(202));
        assertThat(ended.string("state")).isEqualTo("REFUSED");
        assertThat(ended.body().path("report").path("badLines").path(0).toString())
                .contains("units_2025.csv", "\"line\":43", "unknown-parent", "\"detail\":\"99\"");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void importThatBreaksHalfWayKeepsNothing() {
        owner("""
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$
            """);
        owner("GRANT EXECUTE ON FUNCTION die() TO motcua_service");
        owner("CREATE TRIGGER die AFTER INSERT ON calendar_version EXECUTE FUNCTION die()");
        try {
            Api.Reply ended = ended(new Form()
                    .file("units_2024.csv", "code,name,kind,level,parent_code\n97,Tỉnh Thử,tinh,tinh,\n")
                    .file("holidays_vn.csv", read("holidays_vn.csv") + "2027-02-03,off,Nghỉ thêm,Thử,official\n")
                    .post(port, operator, "")
                    .is(202));
            assertThat(ended.string("state")).isEqualTo("FAILED");
            assertThat(state()).isEqualTo(before);
        } finally {
            owner("DROP TRIGGER die ON calendar_version");
            owner("DROP FUNCTION die()");
        }
    }

    @Test
    void ofTwoPlansOnTheSameStateOneIsMade() throws Exception {
        Loaded loaded = Objects.requireNonNull(store.fresh().block());
        ImportPlan plan = plan(loaded, "97,Tỉnh Thử Hai,tinh,\n");
        UUID running = running();
        List<Boolean> made = AtOnce.all(List.of(() -> applied(plan, running), () -> applied(plan, running)));
        assertThat(made).containsExactlyInAnyOrder(true, false);
        assertThat(plan(Objects.requireNonNull(store.fresh().block()), "97,Tỉnh Thử Hai,tinh,\n")
                        .changesNothing())
                .isTrue();
    }

    @Test
    void importWhoseCallerLeavesWhileItBeginsIsRunAllTheSame() throws Exception {
        UUID id = UUID.randomUUID();
        var begun = new CountDownLatch(1);
        try (Connection owner = database.owner();
                var held = owner.createStatement()) {
            owner.setAutoCommit(false);
            held.execute("LOCK TABLE reference_import IN SHARE MODE");
            register.begin(request(id, NOW), begun::countDown).subscribe().dispose();
            assertThat(begun.getCount()).isOne();
            owner.rollback();
        }
        begun.await();
        assertThat(count("SELECT count(*) FROM reference_import WHERE state = 'RUNNING' AND id = '" + id + "'"))
                .isOne();
    }

    @Test
    void planThatEndsWhatHasEndedKeepsNothing() {
        ImportPlan plan = plan(Objects.requireNonNull(store.fresh().block()), "96,Tỉnh Thử Năm,tinh,\n");
        TerritoryChanges sound = plan.territory();
        var broken = new TerritoryChanges(
                List.of(new TerritoryChanges.UnitEnd(100_001, LocalDate.of(2025, 6, 29))),
                sound.units(),
                sound.successions(),
                sound.agencies(),
                sound.agencyEnds(),
                sound.agencyVersions(),
                sound.identifierEnds(),
                sound.identifiers());
        var unsound = new ImportPlan(
                plan.on(), broken, plan.catalogue(), plan.calendar(), plan.bad(), plan.flags(), plan.overview());
        UUID running = running();
        assertThatThrownBy(() -> applied(unsound, running)).isInstanceOf(IllegalStateException.class);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whoWasGivenUpChangesNothing() {
        ImportPlan plan = plan(Objects.requireNonNull(store.fresh().block()), "98,Tỉnh Thử Ba,tinh,\n");
        UUID running = running();
        register.tidy(NOW.plusSeconds(1), NOW.minusSeconds(60)).block();
        assertThatThrownBy(() -> applied(plan, running)).isInstanceOf(ImportLost.class);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void oneRunsAtATimeAndTheOtherIsNamed() {
        UUID running = UUID.randomUUID();
        begin(running, Instant.now());
        Api.Reply refused = form().post(port, operator, "").is(409);
        assertThat(refused.problem()).isEqualTo("import-running");
        assertThat(refused.string("detail")).contains(running.toString());
    }

    @Test
    void whatIsSilentForHalfAMinuteIsInterruptedAndMakesRoom() {
        UUID silent = UUID.randomUUID();
        begin(silent, Instant.now().minusSeconds(31));
        assertThat(api.get(operator, "/api/v1/reference-imports/" + silent)
                        .is(200)
                        .string("state"))
                .isEqualTo("INTERRUPTED");
        ended(form().post(port, operator, "?dryRun=true").is(202));
        assertThat(count("SELECT count(*) FROM reference_import WHERE id = '" + silent + "' AND state = 'INTERRUPTED'"))
                .isEqualTo(1);
    }

    private static ImportPlan plan(Loaded loaded, String lines) {
        return ReferenceFixtures.tables().with(SourceFile.UNITS_2025, lines).planOn(loaded, LocalDate.of(2026, 11, 21));
    }

    private UUID running() {
        UUID id = UUID.randomUUID();
        begin(id, NOW);
        return id;
    }

    private void begin(UUID id, Instant moment) {
        register.begin(request(id, moment), () -> {}).block();
    }

    private static ImportRegister.Request request(UUID id, Instant moment) {
        return new ImportRegister.Request(id, "test", Optional.empty(), "0".repeat(64), false, moment);
    }

    private boolean applied(ImportPlan plan, UUID id) {
        var end = new ImportRegister.End(
                id,
                ImportState.DONE,
                new Progress(Progress.Stage.ENDED, List.of()),
                Optional.of(ImportReport.of(plan)),
                NOW);
        return Boolean.TRUE.equals(store.apply(plan, end).block());
    }
}
