package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.faults.client.Call;
import vn.motcua.faults.client.Checker;
import vn.motcua.faults.client.Citizen;
import vn.motcua.faults.client.Citizen.Listener;
import vn.motcua.faults.client.Client;
import vn.motcua.faults.client.Eventually;
import vn.motcua.faults.client.Ledger;
import vn.motcua.faults.client.Ledger.Operation;
import vn.motcua.faults.client.Ledger.Told;

/** A checker that finds nothing is worth something only if it finds what is there. */
class CheckerIT {

    @TempDir
    static Path folder;

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static Client client;
    private static Citizen citizen;
    private static Call probe;

    /** One dossier at each station, so that there is something to spoil. */
    @BeforeAll
    static void filesAndFinishes() throws Exception {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        client = new Client(service.port());
        try (var ledger = new Ledger(ledger())) {
            citizen = new Citizen(client, ledger);
            for (int last = 1; last <= 5; last++) {
                String id = act(citizen.filing());
                for (int version = 1; version < last; version++) {
                    act(citizen.step(id, version));
                }
                probe = citizen.look(id);
            }
            String elsewhere = act(citizen.filingForElsewhere());
            act(citizen.step(elsewhere, 1));
            act(citizen.reception(elsewhere));
            act(citizen.routing(act(citizen.filingForNowhere())));
            citizen.send(citizen.begin(citizen.refusal(act(citizen.filing()))));
            citizen.send(citizen.begin(citizen.step(probe.path().substring("/api/v1/dossiers/".length()), 1)));
        }
        awaitFold();
    }

    @AfterAll
    static void stops() {
        client.close();
        service.close();
    }

    private static String act(Citizen.Write write) throws Exception {
        return citizen.settle(citizen.begin(write), Listener.nobody()).id();
    }

    private static Path ledger() {
        return folder.resolve("ledger");
    }

    @Test
    void findsNothingWhereNothingIsWrongAndNeedsNothingOfTheService() throws Exception {
        var verdict = CheckerProcess.run(ledger(), database, service.port(), probe);
        assertThat(verdict.lines()).singleElement().asString().startsWith("operations=23 acknowledged=22 ");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void standsAlone() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "vn.motcua.faults.client")
                .check(new ClassFileImporter().importPackages("vn.motcua.faults.client"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        I1; is lost; DELETE FROM idempotency WHERE version = 1
        I1; is lost; DELETE FROM dossier_private WHERE sequence = 1
        I1; is lost; TRUNCATE dossier, dossier_event, dossier_party, dossier_private, code_registry, idempotency
        I1; is lost; DELETE FROM idempotency WHERE version = 5
        I1; another content; UPDATE idempotency SET request = request || 'x' WHERE version = 2
        I1; something else; UPDATE idempotency SET version = 1 WHERE version = 2
        I1; more than once; INSERT INTO idempotency SELECT caller || 'x', key, request, dossier_id, home_agency_id, status, version, body, created_at FROM idempotency WHERE version = 3
        I1; more than once; INSERT INTO dossier_private SELECT gen_random_uuid(), home_agency_id, sequence, salt, content FROM dossier_private
        I3; two ways; UPDATE idempotency SET body = replace(body, 'ONLINE', 'POSTAL')
        I4; has version; DELETE FROM dossier_event WHERE sequence = 2
        I4; has version; UPDATE dossier SET version = version + 1 WHERE status = 10
        I4; went from; UPDATE dossier_event SET type = 'RETURNED' WHERE type = 'HANDED_OVER'
        I4; out of turn; UPDATE dossier_event SET type = 'RECEIVED_BY_COMPETENT' WHERE type = 'RETURNED'
        I4; another way; UPDATE dossier SET competent_agency_id = home_agency_id WHERE competent_agency_id <> home_agency_id
        I4; another way; UPDATE dossier SET routing_settled = false WHERE status = 1 AND competent_agency_id = home_agency_id
        I4; another clock; UPDATE dossier SET due_at = due_at + interval '1 hour' WHERE status = 2
        I4; does not show; UPDATE dossier SET received_at = NULL WHERE received_at IS NOT NULL
        I4; has status; UPDATE dossier SET status = 4 WHERE status = 9
        I4; does not show; UPDATE dossier SET finished_at = finished_at + interval '1 second', returned_at = returned_at + interval '1 day' WHERE status = 10
        I5; lacks its party; DELETE FROM dossier_party
        I5; lacks its words; DELETE FROM dossier_private WHERE sequence = 1
        I5; lacks its first answer; DELETE FROM idempotency WHERE version = 1
        I5; lacks its codes; DELETE FROM code_registry WHERE code LIKE '%-%'
        I5; event of; DELETE FROM dossier WHERE status = 1
        I5; do not belong together; UPDATE dossier_private SET content = content || ' ' WHERE sequence = 4
        I5; do not belong together; DELETE FROM dossier_private WHERE sequence = 2
        I5; has no event; DELETE FROM dossier_event WHERE sequence = 5
        I5; has the code; UPDATE dossier SET code = code || 'x' WHERE code IS NOT NULL
        I5; gave out; UPDATE agency_day SET last = last + 1
        I5; gave out; DELETE FROM agency_day
        I5; of its day; UPDATE dossier SET code = left(code, -1) || '9' WHERE code LIKE '%-0003'
        I8; belongs; UPDATE log_position SET position = position + 100 WHERE position > 7
        I8; belongs; DELETE FROM log_position WHERE position = 7
        I8; belongs; INSERT INTO log_position VALUES (1000, gen_random_uuid(), 1)
        I8; passed over; INSERT INTO dossier_event SELECT gen_random_uuid(), dossier_id, 100, type, schema_version, occurred_at, recorded_at, actor_kind, actor_ref, home_agency_id, receiving_unit, competent_agency_id, competent_unit, '{}', digest, recorded_xid FROM dossier_event WHERE sequence = 2
        I7; differ from the log; UPDATE figure_detail_day SET received = coalesce(received, 0) + 1
        I7; differ from the log; UPDATE figure_detail_day SET intake_due_open = coalesce(intake_due_open, 0) + 1
        I7; differ from the log; DELETE FROM figure_detail_day
        """)
    void reports(String invariant, String words, String damage) throws Exception {
        try (Connection owner = database.owner()) {
            owner.setAutoCommit(false);
            assertThat(owner.createStatement().executeUpdate(damage)).isNotNegative();
            assertThat(Checker.broken(Ledger.read(ledger()), owner))
                    .anySatisfy(line ->
                            assertThat(line).startsWith(invariant + ": ").contains(words));
            owner.rollback();
        }
    }

    /** The damage is to counters and positions, not to what is on its way there. */
    private static void awaitFold() throws Exception {
        assertThat(Eventually.comesTrue(Duration.ofSeconds(30), () -> {
                    try (var owner = database.owner();
                            var rows = owner.createStatement().executeQuery("""
                                SELECT (SELECT count(*) FROM figure_delta),
                                       (SELECT count(*) FROM dossier_event) - (SELECT count(*) FROM log_position)
                                """)) {
                        return rows.next() && rows.getInt(1) == 0 && rows.getInt(2) == 0;
                    }
                }))
                .isTrue();
    }

    @Test
    void reportsARefusedWriteThatExistsAndOneThatNobodySettled() throws Exception {
        Path doctored = folder.resolve("doctored");
        String key = Ledger.read(ledger()).keySet().iterator().next();
        try (var ledger = new Ledger(doctored)) {
            ledger.begin(new Operation(key, "FILED", "citizen", "/", "-"));
            ledger.end(key, Told.refused(422));
            ledger.begin(new Operation("sent", "FILED", "citizen", "/", "-"));
            ledger.end("sent", Told.unknown(503));
        }
        try (Connection owner = database.owner()) {
            assertThat(Checker.broken(Ledger.read(doctored), owner))
                    .isEqualTo(
                            List.of("I2: " + key + " was refused and exists", "I3: nobody knows what became of sent"));
        }
    }
}
