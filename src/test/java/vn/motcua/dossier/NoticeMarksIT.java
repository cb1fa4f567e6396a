package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Reader.count;
import static vn.motcua.dossier.Reader.dossiers;
import static vn.motcua.dossier.Reader.positions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** How far somebody has read: each person for themselves, and never back. */
@MovableClockIT
class NoticeMarksIT {

    private static final String UNIT = "14845";
    private static final String AUTHORISED =
            "{\"kind\": \"AUTHORISED_PERSON\", \"document\": \"01/UQ\", \"validTo\": \"2026-12-31\"}";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private Reader director;

    @BeforeEach
    void nothingIsUnread() throws InterruptedException {
        api = new Api(port);
        clock.moveTo("2026-09-07T09:00");
        director = new Reader(api, "director").readsEverything();
    }

    private void accepted(int count) throws InterruptedException {
        String token = director.token();
        String clerk = api.token("clerk&unit=" + UNIT);
        for (int at = 0; at < count; at++) {
            String id = api.file(token, api.filing("1.004222", UNIT, "director"))
                    .is(201)
                    .string("id");
            api.step(clerk, id, "acceptance", 1, "{}").is(200);
        }
        Reader.everythingIsTold();
    }

    private List<Long> newest(int count) {
        return positions(director.page("limit=" + count));
    }

    @Test
    void whatWasSeenIsReadAndWhatIsNewerIsNot() throws InterruptedException {
        accepted(3);
        assertThat(count(director.page("limit=1"))).isEqualTo(3);
        Reply read = director.readsUntil(newest(3).get(1)).is(200);
        assertThat(read.body().path("count").asInt()).isEqualTo(1);
        assertThat(read.body().path("more").asBoolean()).isFalse();
        assertThat(positions(director.page("unread=true"))).isEqualTo(newest(1));
        assertThat(Reader.items(director.page("limit=3")))
                .extracting(notice -> notice.path("unread").asBoolean())
                .containsExactly(true, false, false);
    }

    @Test
    void theMarkNeverGoesBack() throws InterruptedException {
        accepted(3);
        List<Long> three = newest(3);
        director.readsUntil(three.getFirst()).is(200);
        for (long earlier : new long[] {three.getLast(), 1}) {
            assertThat(director.readsUntil(earlier).is(200).body().path("count").asInt())
                    .isZero();
        }
    }

    @Test
    void ofManyMarksAtOnceTheLastStays() throws InterruptedException, ExecutionException {
        accepted(8);
        List<Callable<Reply>> reads = new ArrayList<>();
        for (long position : newest(8)) {
            reads.add(() -> director.readsUntil(position));
        }
        AtOnce.all(reads).forEach(reply -> reply.is(200));
        assertThat(director.unread()).isEmpty();
    }

    @Test
    void readingAheadOfTheNewestReadsNothingThatIsStillToCome() throws InterruptedException {
        accepted(1);
        director.readsUntil(Reader.LAST).is(200);
        accepted(1);
        assertThat(count(director.page("limit=1"))).isEqualTo(1);
    }

    @Test
    void moreThanNinetyNineAreNotCountedOneByOne() throws InterruptedException {
        accepted(100);
        Reply page = director.page("limit=1").is(200);
        assertThat(count(page)).isEqualTo(99);
        assertThat(page.body().at("/unread/more").asBoolean()).isTrue();
        director.readsUntil(newest(100).getLast()).is(200);
        assertThat(director.page("limit=1").body().path("unread").toString())
                .isEqualTo("{\"count\":99,\"more\":false}");
    }

    @Test
    void applicantAndSubmitterReadForThemselves() throws InterruptedException {
        Reader applicant = new Reader(api, "citizen2").readsEverything();
        Reader submitter = new Reader(api, "citizen").readsEverything();
        ObjectNode filing = api.filing("1.004222", UNIT, "citizen2");
        filing.set("submitter", Submitters.of(api.person("citizen"), AUTHORISED));
        String id = api.file(submitter.token(), filing).is(201).string("id");
        api.step(api.token("clerk&unit=" + UNIT), id, "acceptance", 1, "{}").is(200);
        assertThat(dossiers(applicant.unread())).containsExactly(id);
        applicant.readsUntil(Reader.LAST).is(200);
        assertThat(applicant.unread()).isEmpty();
        assertThat(dossiers(submitter.unread())).containsExactly(id);
    }

    /** Nothing was ever told to them, so there is nothing to mark. */
    @Test
    void whoeverWasToldNothingHasNothingUnread() {
        Reader nobody = new Reader(api, "citizen-level-1");
        assertThat(count(nobody.page("unread=true"))).isZero();
        assertThat(nobody.readsUntil(5).is(200).body().path("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"position\": 0}",
                "{\"position\": -1}",
                "{\"position\": null}",
                "{\"position\": \"1\"}",
                "{\"position\": 1.5}",
                "{\"position\": 9007199254740992}",
                "{\"position\": 1, \"more\": 1}"
            })
    void aPositionIsAWholeNumberFromOneOn(String body) {
        Reply refused = api.post(director.token(), Reader.NOTICES + "/read-until", body);
        refused.is(422);
    }
}
