package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Reader.dossiers;
import static vn.motcua.dossier.Reader.kinds;
import static vn.motcua.dossier.Reader.positions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** What people are told of their dossiers, page by page. */
@MovableClockIT
class NoticesIT {

    private static final String UNIT = "14812";
    private static final String OTHER_PROVINCE = "14758";
    private static final String COMPLETION = "{\"reason\": \"x\", \"signedBy\": \"A\"}";
    private static final String AUTHORISED =
            "{\"kind\": \"AUTHORISED_PERSON\", \"document\": \"01/UQ\", \"validTo\": \"2026-12-31\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private Reader director;
    private Reader citizen;

    @BeforeEach
    void nothingIsUnread() throws InterruptedException {
        api = new Api(port);
        clock.moveTo("2026-09-07T09:00");
        director = new Reader(api, "director").readsEverything();
        citizen = new Reader(api, "citizen").readsEverything();
    }

    private String filed(String persona) {
        return api.file(api.token(persona), api.filing("1.004222", UNIT, persona))
                .is(201)
                .string("id");
    }

    private String accepted(String persona) {
        String id = filed(persona);
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}").is(200);
        return id;
    }

    private List<String> accepted(String persona, int count) {
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            ids.addFirst(accepted(persona));
        }
        return ids;
    }

    @Test
    void acceptanceRefusalAndResultAreTold() throws InterruptedException {
        String finished = accepted("director");
        api.step(api.token("clerk&unit=" + UNIT), finished, "hand-over", 2, "{}")
                .is(200);
        api.step(api.token("officer&unit=" + UNIT), finished, "completion", 3, COMPLETION)
                .is(200);
        String refused = filed("director");
        api.step(api.token("clerk&unit=" + UNIT), refused, "refusal", 1, "{\"reason\": \"x\"}")
                .is(200);
        List<JsonNode> told = director.unread();
        assertThat(kinds(told)).containsExactly("REFUSED", "RESULT", "ACCEPTED");
        assertThat(dossiers(told)).containsExactly(refused, finished, finished);
        assertThat(told).allMatch(notice -> notice.path("unread").asBoolean());
        assertThat(told.getLast().path("dueAt").asString()).isEqualTo("2026-09-16T17:00:00+07:00");
    }

    /** The clock starts there, so that the first due moment comes without one before. */
    @Test
    void receiptElsewhereIsToldWithTheDueMomentThatItGives() throws InterruptedException {
        ObjectNode filing = api.filing("1.004222", OTHER_PROVINCE, "citizen").put("channel", "COUNTER");
        String id = api.file(api.token("clerk&unit=" + UNIT), filing).is(201).string("id");
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}").is(200);
        api.step(api.token("clerk&unit=" + OTHER_PROVINCE), id, "reception", 2, "{}")
                .is(200);
        List<JsonNode> told = citizen.unread();
        assertThat(kinds(told)).containsExactly("DUE_CHANGED", "ACCEPTED");
        assertThat(told.getFirst().path("reason").asString()).isEqualTo("RECEPTION");
        assertThat(told.getFirst().path("clock").asString()).isEqualTo("PROCESSING");
        assertThat(told.getFirst().path("dueBefore").isNull()).isTrue();
        assertThat(told.getFirst().path("dueAt").asString()).isEqualTo("2026-09-16T17:00:00+07:00");
        assertThat(told.getLast().path("dueAt").isNull()).isTrue();
    }

    @Test
    void pagesHaveNoGapAndNoRepeatWhileNewOnesCome() throws InterruptedException {
        accepted("director", 5);
        Reader.everythingIsTold();
        List<Long> all = positions(director.page("limit=100")).subList(0, 5);
        Reply first = director.page("limit=2");
        accepted("director", 2);
        Reader.everythingIsTold();
        List<Long> seen = director.walk("limit=2", first);
        assertThat(seen.subList(0, 5)).isEqualTo(all);
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theUnreadOfTheFirstPageAreGoneThroughThoughTheyAreReadMeanwhile() throws InterruptedException {
        List<String> ids = accepted("director", 5);
        Reader.everythingIsTold();
        Reply first = director.page("unread=true&limit=2");
        assertThat(director.readsUntil(positions(first).getFirst())
                        .is(200)
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        Reply second = director.pageAfter("unread=true&limit=2", first);
        Reply third = director.pageAfter("unread=true&limit=2", second);
        assertThat(dossiers(Reader.items(second))).isEqualTo(ids.subList(2, 4));
        assertThat(dossiers(Reader.items(third))).isEqualTo(ids.subList(4, 5));
        assertThat(third.body().path("next").isNull()).isTrue();
        assertThat(Reader.items(second))
                .noneMatch(notice -> notice.path("unread").asBoolean());
    }

    /** By the clock of the instance that recorded it, it came before what was read. */
    @Test
    void whatIsCommittedLaterIsUnreadThoughItWasRecordedEarlier() throws InterruptedException {
        accepted("director");
        director.readsEverything();
        clock.moveTo("2026-09-07T08:00");
        String late = accepted("director");
        assertThat(dossiers(director.unread())).containsExactly(late);
        assertThat(dossiers(Reader.items(director.page("limit=1")))).containsExactly(late);
    }

    @Test
    void aCursorOpensForItsReaderAndItsFilterOnly() throws InterruptedException {
        accepted("director", 2);
        Reader.everythingIsTold();
        String cursor = URLEncoder.encode(director.page("unread=true&limit=1").string("next"), StandardCharsets.UTF_8);
        director.page("unread=true&cursor=" + cursor).is(200);
        for (String query : new String[] {"cursor=" + cursor, "unread=true&cursor=x" + cursor, "cursor=next"}) {
            assertThat(director.page(query).is(400).problem()).isEqualTo("invalid-cursor");
        }
        assertThat(citizen.page("unread=true&cursor=" + cursor).is(400).problem())
                .isEqualTo("invalid-cursor");
        assertThat(director.page("unread=maybe").is(400).problem()).isEqualTo("invalid-parameter");
    }

    @Test
    void aRepresentativeIsToldNothingAfterTheLastDay() throws InterruptedException {
        ObjectNode filing = api.filing("1.004222", UNIT, "citizen2");
        filing.set("submitter", Submitters.of(api.person("citizen"), AUTHORISED));
        String id = api.file(api.token("citizen"), filing).is(201).string("id");
        String clerk = api.token("clerk&unit=" + UNIT);
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
        assertThat(dossiers(citizen.unread())).containsExactly(id);
        api.step(clerk, id, "representation-end", 2, "{\"lastDay\": \"2026-09-06\"}")
                .is(200);
        assertThat(citizen.unread()).isEmpty();
        assertThat(Reader.count(citizen.page("limit=1"))).isZero();
        assertThat(dossiers(Reader.items(citizen.page("limit=100")))).doesNotContain(id);
        assertThat(dossiers(new Reader(api, "citizen2").unread())).contains(id);
    }

    @Test
    void noticesGoWithTheirPartyAndTheMarkWithTheLast() throws InterruptedException {
        Desk desk = new Desk(api, clock, UNIT);
        String number = "042090770001";
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            ObjectNode applicant = Desk.applicant("Nguyễn Văn Mẫu", number, Optional.empty());
            ids.add(desk.file(applicant, "1.004222").is(201).string("id"));
            desk.accept(ids.getLast());
        }
        Reader.everythingIsTold();
        long reader = Owner.number("SELECT id FROM notice_reader WHERE kind = 'CITIZEN' AND number = ?", number);
        assertThat(Owner.number("SELECT count(*) FROM notice WHERE reader = ?", reader))
                .isEqualTo(2);
        Owner.run("DELETE FROM dossier_party WHERE dossier_id = CAST(? AS uuid)", ids.getFirst());
        assertThat(Owner.number("SELECT count(*) FROM notice WHERE reader = ?", reader))
                .isEqualTo(1);
        assertThat(Owner.number("SELECT count(*) FROM notice_reader WHERE id = ?", reader))
                .isEqualTo(1);
        Owner.run("DELETE FROM dossier_party WHERE dossier_id = CAST(? AS uuid)", ids.getLast());
        assertThat(Owner.number("SELECT count(*) FROM notice WHERE reader = ?", reader))
                .isZero();
        assertThat(Owner.number("SELECT count(*) FROM notice_reader WHERE id = ?", reader))
                .isZero();
    }
}
