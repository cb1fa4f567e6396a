package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.platform.db.ReferenceVersions;

/** One working day, received a second after closing on Friday 2026-06-05: each version has its reading of the first day. */
@MovableClockIT
class FirstDayIT {

    private static final String UNIT = "22114";
    private static final int VERSION = 900036301;
    private static final String CODE = "9.000363";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ReferenceVersions versions;

    private Api api;

    @BeforeEach
    void publish() {
        api = new Api(port);
        Owner.run("""
            INSERT INTO procedure_version (id, code, name, sector, effective_from, decision, levels, source)
            VALUES (?, ?, 'Thủ tục chỉ để thử ngày đầu', 'Thử', '2025-07-01', '1/QĐ', '{COMMUNE}', 'test')
                ON CONFLICT (id) DO UPDATE SET effective_to = NULL, first_day = DEFAULT
            """, VERSION, CODE);
        Owner.run("""
            INSERT INTO procedure_decider (procedure_version, level, kind) VALUES (?, 'COMMUNE', 'POLICE')
                ON CONFLICT DO NOTHING
            """, VERSION);
        Owner.run("""
            INSERT INTO procedure_variant (procedure_version, channel, case_code, case_name, term_unit, term_value, term_source)
            VALUES (?, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 1, 'test')
                ON CONFLICT DO NOTHING
            """, VERSION);
        moved();
    }

    @AfterEach
    void takeItOutOfForce() {
        Owner.run("UPDATE procedure_version SET effective_to = effective_from WHERE id = ?", VERSION);
        moved();
    }

    @Test
    void withoutAWordOnItTheDayFromWhichItCountsIsTheFirst() {
        assertThat(accepted().path("dueAt").asString()).isEqualTo("2026-06-09T17:00:00+07:00");
        assertThat(policies().path("firstDay").asString()).isEqualTo("OPENING");
        assertThat(policies().path("closesItself").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OF_OPENING, OPENING, 2026-06-09T17:00:00+07:00", "OF_RECEIPT, RECEIPT, 2026-06-08T17:00:00+07:00"})
    void theVersionsReadingDecides(String stored, String shown, String due) {
        Owner.run("UPDATE procedure_version SET first_day = ? WHERE id = ?", stored, VERSION);
        moved();
        assertThat(policies().path("firstDay").asString()).isEqualTo(shown);
        JsonNode told = accepted();
        assertThat(told.path("dueAt").asString()).isEqualTo(due);
        assertThat(told.path("steps")).isNotEmpty();
        assertThat(told.path("steps")
                        .valueStream()
                        .mapToInt(step -> step.path("counted").asInt())
                        .sum())
                .isEqualTo(1);
        assertThat(calculated("")).isEqualTo(due);
        assertThat(calculated(", \"firstDay\": \"OPENING\"")).isEqualTo("2026-06-09T17:00:00+07:00");
        assertThat(calculated(", \"firstDay\": \"RECEIPT\"")).isEqualTo("2026-06-08T17:00:00+07:00");
    }

    /** What is told of a dossier accepted at that second. */
    private JsonNode accepted() {
        clock.moveTo("2026-06-05T16:00");
        String id = api.file(api.token("citizen"), api.filing(CODE, UNIT, "citizen"))
                .is(201)
                .string("id");
        clock.moveTo("2026-06-05T17:00:01");
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}").is(200);
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/deadline")
                .is(200)
                .body();
    }

    private String calculated(String more) {
        return api.post(
                        api.token("citizen"),
                        "/api/v1/deadline-calculations",
                        "{\"receivedAt\": \"2026-06-05T17:00:01+07:00\", \"procedureCode\": \"" + CODE
                                + "\", \"channel\": \"ONLINE\"" + more + "}")
                .is(200)
                .string("dueAt");
    }

    private JsonNode policies() {
        return api.get(api.token("citizen"), "/api/v1/procedures/" + CODE)
                .is(200)
                .body()
                .path("policies");
    }

    private void moved() {
        Owner.run("UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure'");
        versions.look().block();
    }
}
