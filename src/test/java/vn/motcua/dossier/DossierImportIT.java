package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** A dossier's whole past in one act. Each test has a commune of its own. */
@MovableClockIT
@ExtendWith(OutputCaptureExtension.class)
class DossierImportIT {

    private static final String RESIDENCE = "1.004222";
    private static final String BIRTH = "1.001193";
    private static final String NOW = "2026-06-01T09:00:00+07:00";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void begin() {
        api = new Api(port);
        clock.moveTo("2026-06-01T09:00");
    }

    @Test
    void aWholeLifeIsKeptAsIfItHadBeenDoneHereThen() {
        Reply told = residence("22045").wholeLife().tell(api).is(201);
        String id = told.string("id");
        assertThat(told.header("Location")).contains("/api/v1/dossiers/" + id);
        assertThat(told.version()).isEqualTo(5);
        assertThat(told.body().path("status").asInt()).isEqualTo(10);
        assertThat(told.string("code")).isEqualTo("Z99.22045.CA-260302-0001");
        assertThat(told.string("filedAt")).isEqualTo("2026-03-02T09:00:00+07:00");
        assertThat(told.string("intakeDueAt")).isEqualTo("2026-03-03T09:00:00+07:00");
        assertThat(told.string("dueAt")).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(told.string("firstPromisedAt")).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(told.string("finishedAt")).isEqualTo("2026-03-12T08:00:00+07:00");
        for (String name : List.of("id", "trackingCode", "code")) {
            Reply read = api.get(api.token("clerk&unit=22045"), "/api/v1/dossiers/" + told.string(name))
                    .is(200);
            assertThat(read.body()).isEqualTo(told.body());
            assertThat(read.version()).isEqualTo(5);
        }
    }

    @Test
    void everyEventHappenedAtItsMomentIsRecordedNowAndMarked() {
        Telling telling = residence("22051").wholeLife();
        String id = telling.tell(api).is(201).string("id");
        List<JsonNode> events = events("22051", id);
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly("FILED", "ACCEPTED", "HANDED_OVER", "COMPLETED", "RETURNED");
        assertThat(events)
                .extracting(event -> event.path("occurredAt").asString())
                .containsExactlyElementsOf(telling.body()
                        .path("events")
                        .valueStream()
                        .map(event -> event.path("occurredAt").asString())
                        .toList());
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("recordedAt").asString()).isEqualTo(NOW);
            assertThat(event.path("actorKind").asString()).isEqualTo("MACHINE");
            assertThat(event.at("/payload/imported").asBoolean()).isTrue();
        });
        assertThat(events.getFirst().at("/payload/source"))
                .isEqualTo(telling.body().path("source"));
        assertThat(events.get(3).at("/payload/classes/OT-1").asString()).isEqualTo("OVERDUE");
        assertThat(Owner.rows("SELECT schema_version FROM dossier_event WHERE dossier_id = ?", UUID.fromString(id)))
                .allSatisfy(
                        row -> assertThat((Integer) row.get("schema_version")).isGreaterThan(100));
    }

    @Test
    void figuresCountItWhenItHappened() {
        residence("22057").wholeLife().tell(api).is(201);
        JsonNode march = figures("22057", "2026-03-01", "2026-03-31");
        assertThat(march.path("received").asInt()).isEqualTo(1);
        assertThat(march.path("overdue").asInt()).isEqualTo(1);
        JsonNode may = figures("22057", "2026-05-01", "2026-05-31");
        assertThat(may.path("received").asInt() + may.path("carriedOver").asInt())
                .isZero();
    }

    @Test
    void whatIsNotYetEndedGoesOnFromThere() {
        String id = residence("22060")
                .event("FILED", "2026-05-29T16:00:00")
                .event("ACCEPTED", "2026-06-01T08:00:00")
                .tell(api)
                .is(201)
                .string("id");
        String clerk = api.token("clerk&unit=22060");
        assertThat(api.step(clerk, id, "hand-over", 2, "{}").is(200).version()).isEqualTo(3);
        String refused = residence("22060")
                .event("FILED", "2026-05-29T16:00:00")
                .event("REFUSED", "2026-06-01T08:00:00")
                .saying("reason", "không đủ giấy tờ")
                .tell(api)
                .is(201)
                .string("id");
        assertThat(api.get(clerk, "/api/v1/dossiers/" + refused)
                        .body()
                        .path("status")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.get(clerk, "/api/v1/dossiers/" + refused)
                        .body()
                        .path("code")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatWasTakenInElsewhereWaitsForItsReception() {
        Telling telling = residence("22075")
                .with("receivingAgency", "Z99.22076")
                .event("FILED", "2026-05-04T09:00:00")
                .event("ACCEPTED", "2026-05-04T10:00:00")
                .event("RECEIVED_BY_COMPETENT", "2026-05-05T10:00:00");
        Reply told = telling.tell(api).is(201);
        assertThat(told.string("receivedByCompetentAt")).isEqualTo("2026-05-05T10:00:00+07:00");
        assertThat(told.body().at("/receivingAgency/identifier").asString()).isEqualTo("Z99.22076");
        assertThat(told.body().at("/competentAgency/identifier").asString()).isEqualTo("Z99.22075.CA");
    }

    /** Bình Định's commune of 2024 is no unit any more, and the catalogue knows no term of that year. */
    @Test
    void aDossierOf2024BelongsToTheUnitOfThatDay() {
        Reply told = Telling.of(api, BIRTH, "COUNTER")
                .with("competentAgency", "Z98.21550")
                .event("FILED", "2024-06-03T09:00:00")
                .event("ACCEPTED", "2024-06-03T09:30:00")
                .event("HANDED_OVER", "2024-06-03T10:00:00")
                .event("COMPLETED", "2024-06-04T10:00:00")
                .withResult()
                .tell(api)
                .is(201);
        assertThat(told.string("code")).matches("Z98\\.21550-240603-[0-9]{4}");
        assertThat(told.string("dueMissing")).isEqualTo("TERM_UNCONFIRMED");
        assertThat(told.body().at("/competentAgency/name").asString()).isEqualTo("Ủy ban nhân dân phường Nhơn Bình");
        Map<String, Object> kept = Owner.rows(
                        "SELECT d.competent_unit, d.receiving_unit, d.procedure_version_id FROM dossier d WHERE d.id ="
                                + " ?",
                        UUID.fromString(told.string("id")))
                .getFirst();
        assertThat(kept)
                .isEqualTo(
                        Map.of("competent_unit", 321550, "receiving_unit", 321550, "procedure_version_id", 100119301));
    }

    @Test
    void theSameOnceMoreGetsTheSameAnswer() {
        Telling telling = residence("22076").wholeLife();
        String key = UUID.randomUUID().toString();
        Reply first = telling.tell(api, key).is(201);
        Reply again = telling.tell(api, key).is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        telling.saying("deliveredBy", "Người khác");
        assertThat(telling.tell(api, key).is(422).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aSourceIsImportedOnce() {
        String reference = Telling.reference();
        Reply first = residence("22076").from(reference).wholeLife().tell(api).is(201);
        Reply again = residence("22076").from(reference).wholeLife().tell(api).is(409);
        assertThat(again.problem()).isEqualTo("already-imported");
        assertThat(again.string("detail")).contains(first.string("trackingCode"));
        assertThat(Owner.number("SELECT count(*) FROM code_registry WHERE code = ?", "src:old:" + reference))
                .isEqualTo(1);
    }

    @Test
    void aKeyThatStandsForAnotherImportTakesNoSource() {
        String key = UUID.randomUUID().toString();
        residence("22076").wholeLife().tell(api, key).is(201);
        Telling other = residence("22076").wholeLife();
        assertThat(other.tell(api, key).is(422).problem()).isEqualTo("idempotency-key-reused");
        other.tell(api).is(201);
    }

    @Test
    void ofManyAtOnceOneIsKept() throws Exception {
        Telling telling = residence("22081").wholeLife();
        List<Callable<Reply>> calls = IntStream.range(0, 8)
                .<Callable<Reply>>mapToObj(one -> () -> telling.tell(api))
                .toList();
        assertThat(AtOnce.all(calls).stream().map(Reply::status).sorted())
                .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(Owner.number("SELECT count(*) FROM dossier WHERE competent_unit = 1322081"))
                .isEqualTo(1);
        assertThat(Owner.number("SELECT last FROM agency_day WHERE agency_id = 3220812 AND day = '2026-03-02'"))
                .isEqualTo(1);
    }

    @Test
    void personalDataStandOnlyWhereTheyCanBeErased(CapturedOutput log) {
        Telling telling = residence("22076").wholeLife();
        telling.saying("deliveredBy", "Trần MARKDELIVERER").saying("receivedBy", "Lê MARKRECEIVER");
        telling.body().putObject("form").put("note", "MARKFORM");
        String id = telling.tell(api).is(201).string("id");
        telling.saying("surplus", "MARKSURPLUS").tell(api).is(422);
        String written = Owner.rows("""
            SELECT to_jsonb(e) || jsonb_build_object('d', to_jsonb(d)) AS everything
              FROM dossier_event e JOIN dossier d ON d.id = e.dossier_id WHERE d.id = ?
            """, UUID.fromString(id)).toString() + Owner.rows("SELECT * FROM code_registry");
        assertThat(written + log).contains("COMPLETED").doesNotContain("MARK", "Mẫu", "042090001234", "1990-05-17");
        assertThat(Owner.number(
                        "SELECT count(*) FROM dossier_private WHERE dossier_id = ? AND content LIKE '%MARK%'",
                        UUID.fromString(id)))
                .isEqualTo(2);
    }

    private Telling residence(String unit) {
        return Telling.of(api, RESIDENCE, "COUNTER").with("competentUnit", unit);
    }

    private List<JsonNode> events(String unit, String id) {
        return api.get(api.token("clerk&unit=" + unit), "/api/v1/dossiers/" + id + "/events")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode figures(String unit, String from, String to) {
        return api.get(
                        api.token("auditor"),
                        "/api/v1/on-time-rates?level=COMMUNE&unit=" + unit + "&from=" + from + "&to=" + to)
                .is(200)
                .body()
                .path("total");
    }
}
