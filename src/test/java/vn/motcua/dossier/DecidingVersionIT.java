package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.platform.db.ReferenceVersions;

/** Filed on Monday 2026-06-08 under a term of one working day; from Wednesday on it is three. */
@MovableClockIT
class DecidingVersionIT {

    private static final String UNIT = "22111";
    private static final int OLD = 900036401;
    private static final int NEW = 900036402;
    private static final String CODE = "9.000364";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ReferenceVersions versions;

    private Api api;
    private String id;

    @BeforeEach
    void filesOnMonday() {
        api = new Api(port);
        publish(OLD, "2025-07-01", "2026-06-09", 1);
        publish(NEW, "2026-06-10", null, 3);
        moved();
        clock.moveTo("2026-06-08T09:00");
        id = api.file(api.token("citizen"), api.filing(CODE, UNIT, "citizen"))
                .is(201)
                .string("id");
    }

    @AfterEach
    void takeItOutOfForce() {
        Owner.run("UPDATE procedure_version SET effective_to = effective_from WHERE code = ?", CODE);
        moved();
    }

    @Test
    void theVersionOfTheDayOfAcceptanceDecidesAndTheDifferenceIsTold() {
        assertThat(dossier().at("/procedureVersion/filed").asInt()).isEqualTo(OLD);
        assertThat(dossier().at("/procedureVersion/deciding").isNull()).isTrue();

        JsonNode accepted = accept("2026-06-10T09:00");

        assertThat(accepted.path("dueAt").asString()).isEqualTo("2026-06-15T17:00:00+07:00");
        tellsTheChange(accepted);
        tellsTheChange(dossier());
        assertThat(payload().path("decidingVersion").asInt()).isEqualTo(NEW);
        assertThat(payload().path("procedureVersion").asInt()).isEqualTo(OLD);
        assertThat(deadline().body().at("/procedureVersion/filed").asInt()).isEqualTo(OLD);
        assertThat(deadline().body().at("/procedureVersion/deciding").asInt()).isEqualTo(NEW);
        assertThat(deadline().body().path("steps")).isNotEmpty();
        assertThat(deadline("Accept", "text/plain").text())
                .contains("Thủ tục đã thay đổi sau khi nộp hồ sơ", "10/06/2026");
        assertThat(deadline("Accept", "text/plain", "Accept-Language", "en").text())
                .contains("The procedure changed after filing", "10 June 2026");
    }

    @Test
    void whatIsAcceptedOnTheLastDayOfTheOldVersionIsDueByItHoweverLateItIsAskedFor() {
        JsonNode accepted = accept("2026-06-09T17:00");
        assertThat(accepted.path("dueAt").asString()).isEqualTo("2026-06-10T17:00:00+07:00");
        clock.moveTo("2026-06-12T09:00");
        assertThat(dossier().at("/procedureVersion/deciding").asInt()).isEqualTo(OLD);
        assertThat(dossier().path("warnings")).isEmpty();
        assertThat(payload().has("decidingVersion")).isFalse();
        assertThat(deadline().string("dueAt")).isEqualTo("2026-06-10T17:00:00+07:00");
        assertThat(deadline("Accept", "text/plain").text()).doesNotContain("Thủ tục đã thay đổi");
    }

    private static void tellsTheChange(JsonNode dossier) {
        assertThat(dossier.at("/procedureVersion/filed").asInt()).isEqualTo(OLD);
        assertThat(dossier.at("/procedureVersion/deciding").asInt()).isEqualTo(NEW);
        assertThat(dossier.at("/procedureVersion/decidingFrom").asString()).isEqualTo("2026-06-10");
        assertThat(dossier.path("warnings")).singleElement().satisfies(warning -> {
            assertThat(warning.path("code").asString()).isEqualTo("procedure-version-changed");
            assertThat(warning.path("pointer").asString()).isEqualTo("/procedureCode");
        });
    }

    private JsonNode accept(String local) {
        clock.moveTo(local);
        return api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}")
                .is(200)
                .body();
    }

    private JsonNode dossier() {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id).is(200).body();
    }

    private Reply deadline(String... headers) {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/deadline", headers)
                .is(200);
    }

    private JsonNode payload() {
        return api.get(api.token("citizen"), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .at("/items/1/payload");
    }

    private static void publish(int version, String from, String to, int days) {
        Owner.run("""
            INSERT INTO procedure_version (id, code, name, sector, effective_from, decision, levels, source)
            VALUES (?, ?, 'Thủ tục chỉ để thử phiên bản', 'Thử', CAST(? AS date), '1/QĐ', '{COMMUNE}', 'test')
                ON CONFLICT (id) DO NOTHING
            """, version, CODE, from);
        Owner.run("UPDATE procedure_version SET effective_to = CAST(? AS date) WHERE id = ?", to, version);
        Owner.run("""
            INSERT INTO procedure_decider (procedure_version, level, kind) VALUES (?, 'COMMUNE', 'POLICE')
                ON CONFLICT DO NOTHING
            """, version);
        Owner.run("""
            INSERT INTO procedure_variant (procedure_version, channel, case_code, case_name, term_unit, term_value, term_source)
            VALUES (?, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', ?, 'test')
                ON CONFLICT DO NOTHING
            """, version, days);
    }

    private void moved() {
        Owner.run("UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure'");
        versions.look().block();
    }
}
