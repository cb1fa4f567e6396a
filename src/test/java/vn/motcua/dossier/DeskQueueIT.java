package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;
import static vn.motcua.dossier.Desk.item;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** The desk's queue: what becomes late first, page by page, and nobody else's. */
@MovableClockIT
class DeskQueueIT {

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
    }

    @Test
    void whatBecomesLateFirstComesFirstAndWhatCannotComesLast() {
        Desk desk = new Desk(api, clock, "18262");
        String registered = desk.file();
        String accepted = desk.file();
        desk.accept(accepted);
        String withoutDue = desk.file();
        desk.accept(withoutDue);
        String shorter = desk.file("1.010028", "Nguyễn Văn Mẫu", Optional.empty());
        desk.accept(shorter);
        String finished = desk.file();
        desk.finish(finished);
        String refused = desk.file();
        desk.refuse(refused);
        Owner.run(
                "UPDATE dossier SET due_at = NULL, due_day = NULL, due_missing = 'TERM_UNCONFIRMED' WHERE id = ?",
                UUID.fromString(withoutDue));

        assertThat(ids(desk.queue(""))).containsExactly(registered, shorter, accepted, withoutDue, finished);
        assertThat(ids(desk.queue("status=3,9"))).containsExactly(finished, refused);
    }

    @Test
    void aLineSaysWhatAClerkNeedsToChoose() {
        Desk desk = new Desk(api, clock, "18277");
        String id = desk.file();
        desk.accept(id);

        var line = item(desk.queue("limit=100"), 0);
        assertThat(line.path("id").asString()).isEqualTo(id);
        assertThat(line.path("code").asString()).startsWith("Z99.18277.CA-260302-");
        assertThat(line.path("trackingCode").asString()).startsWith("MC");
        assertThat(line.path("procedureCode").asString()).isEqualTo("1.004222");
        assertThat(line.path("procedureName").asString()).isEqualTo("Đăng ký thường trú");
        assertThat(line.path("status").asInt()).isEqualTo(2);
        assertThat(line.path("statusName").asString()).isEqualTo("Được tiếp nhận");
        assertThat(line.path("applicantName").asString()).isEqualTo("Nguyễn Văn Mẫu");
        assertThat(line.path("filedAt").asString()).isEqualTo("2026-03-02T09:00:00+07:00");
        assertThat(line.path("dueAt").asString()).isEqualTo("2026-03-11T17:00:00+07:00");
        assertThat(line.path("overdue").asBoolean()).isFalse();
        assertThat(line.at("/competentAgency/identifier").asString()).isEqualTo("Z99.18277.CA");

        clock.moveTo("2026-03-11T17:00:00.001");
        assertThat(item(new Desk(api, clock, "18277").queue(""), 0)
                        .path("overdue")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void dueDividesTheQueueWithoutGapOrOverlap() {
        Desk desk = new Desk(api, clock, "18304");
        String thursday = desk.file();
        clock.moveTo("2026-03-02T15:00");
        String later = desk.file();
        clock.moveTo("2026-03-03T09:00");
        Desk next = new Desk(api, clock, "18304");
        String accepted = next.file();
        next.accept(accepted);
        String finished = next.file();
        next.finish(finished);
        clock.moveTo("2026-03-03T09:00");

        assertThat(next.queue("").body().at("/items/0/intakeDueAt").asString()).isEqualTo("2026-03-03T09:00:00+07:00");
        assertThat(ids(next.queue("due=OVERDUE"))).as("due at this very moment").isEmpty();
        assertThat(ids(next.queue("due=TODAY"))).containsExactly(thursday, later);
        assertThat(ids(next.queue("due=LATER"))).containsExactly(accepted);
        assertThat(ids(next.queue("due=NONE"))).isEmpty();
        assertThat(ids(next.queue("due=NONE&status=9"))).as("what has ended").isEmpty();
        assertThat(ids(next.queue("due=NONE&query=" + next.tracking(finished)))).isEmpty();
        assertThat(ids(next.queue("status=9"))).containsExactly(finished);

        clock.moveTo("2026-03-03T09:00:00.001");
        assertThat(ids(next.queue("due=OVERDUE"))).containsExactly(thursday);
        assertThat(ids(next.queue("due=TODAY"))).containsExactly(later);
    }

    @Test
    void pagesCompareWithTheMomentOfTheFirst() {
        Desk desk = new Desk(api, clock, "18313");
        List<String> filed = desk.file(4);
        Reply first = desk.queue("due=TODAY&limit=2");
        assertThat(ids(first)).isEmpty();
        clock.moveTo("2026-03-03T08:00");
        Desk early = new Desk(api, clock, "18313");
        Reply page = early.queue("due=TODAY&limit=2");
        assertThat(ids(page)).isEqualTo(filed.subList(0, 2));

        clock.moveTo("2026-03-03T10:00");
        Reply second = early.queue("due=TODAY&limit=2", page.string("next"));
        assertThat(ids(second)).isEqualTo(filed.subList(2, 4));
        assertThat(item(second, 0).path("overdue").asBoolean()).isFalse();
        assertThat(ids(early.queue("due=TODAY"))).isEmpty();
    }

    @Test
    void everyFilterNarrowsWhatTheOthersLeave() {
        Desk desk = new Desk(api, clock, "18322");
        String residence = desk.file();
        desk.accept(residence);
        String removal = desk.file("1.010028", "Nguyễn Văn Mẫu", Optional.empty());
        desk.accept(removal);
        String registered = desk.file("1.010028", "Nguyễn Văn Mẫu", Optional.empty());

        assertThat(ids(desk.queue("procedure=1.010028"))).containsExactly(registered, removal);
        assertThat(ids(desk.queue("procedure=1.010028&status=2"))).containsExactly(removal);
        assertThat(ids(desk.queue("procedure=1.010028&status=2&due=LATER"))).containsExactly(removal);
        assertThat(ids(desk.queue("procedure=1.010028&status=2&due=OVERDUE"))).isEmpty();
        assertThat(ids(desk.queue("procedure=1.004194"))).isEmpty();
        assertThat(desk.queue("procedure=9.999999").is(422).problem()).isEqualTo("unknown-procedure");
    }

    @Test
    void onwardsAndBackLeadToTheSamePages() {
        Desk desk = new Desk(api, clock, "18328");
        List<String> filed = desk.file(7);
        Reply first = desk.queue("limit=3");
        Reply second = desk.queue("limit=3", first.string("next"));
        Reply third = desk.queue("limit=3", second.string("next"));
        assertThat(ids(first)).isEqualTo(filed.subList(0, 3));
        assertThat(ids(second)).isEqualTo(filed.subList(3, 6));
        assertThat(ids(third)).isEqualTo(filed.subList(6, 7));
        assertThat(first.body().path("previous").isNull()).isTrue();
        assertThat(third.body().path("next").isNull()).isTrue();

        Reply secondAgain = desk.queue("limit=3", third.string("previous"));
        Reply firstAgain = desk.queue("limit=3", secondAgain.string("previous"));
        assertThat(ids(secondAgain)).isEqualTo(ids(second));
        assertThat(ids(firstAgain)).isEqualTo(ids(first));
        assertThat(firstAgain.body().path("previous").isNull()).isTrue();
        assertThat(ids(desk.queue("limit=3", firstAgain.string("next")))).isEqualTo(ids(second));
    }

    @Test
    void whoeverStaysIsShownOnceWhateverComesAndGoesAround() {
        Desk desk = new Desk(api, clock, "18352");
        List<String> all = desk.file(24);
        List<String> leaving = new ArrayList<>(all);
        Random chance = new Random(20260302);
        Collections.shuffle(leaving, chance);
        List<String> seen = new ArrayList<>();
        Reply page = desk.queue("limit=4&status=1");
        seen.addAll(ids(page));
        List<String> left = new ArrayList<>();
        while (!page.body().path("next").isNull()) {
            String gone = leaving.removeFirst();
            desk.refuse(gone);
            left.add(gone);
            desk.file();
            page = desk.queue("limit=4&status=1", page.string("next"));
            seen.addAll(ids(page));
        }
        List<String> stayed = new ArrayList<>(all);
        stayed.removeAll(left);
        assertThat(left).hasSizeGreaterThan(4);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(stayed);
    }

    @Test
    void whatMovesBehindThePlaceIsShownThereAndWhatMovesBeforeItIsNotOnThisWalk() {
        Desk desk = new Desk(api, clock, "18364");
        List<String> filed = desk.file(4);
        Reply first = desk.queue("limit=2");
        desk.accept(filed.get(0));
        assertThat(ids(desk.queue("limit=9", first.string("next"))))
                .containsExactly(filed.get(2), filed.get(3), filed.get(0));

        Reply walk = desk.queue("limit=2");
        assertThat(ids(walk)).containsExactly(filed.get(1), filed.get(2));
        Owner.run(
                "UPDATE dossier SET due_at = '2026-03-02 09:00+07', due_day = '2026-03-02' WHERE id = ?",
                UUID.fromString(filed.get(0)));
        assertThat(ids(desk.queue("limit=9", walk.string("next")))).containsExactly(filed.get(3));
        assertThat(ids(desk.queue("limit=1"))).containsExactly(filed.get(0));
    }

    @Test
    void aPageThatCameOutEmptyLeadsNowhere() {
        Desk desk = new Desk(api, clock, "18373");
        List<String> filed = desk.file(2);
        Reply first = desk.queue("limit=1");
        desk.refuse(filed.get(1));
        Reply empty = desk.queue("limit=1", first.string("next"));
        assertThat(ids(empty)).isEmpty();
        assertThat(empty.body().path("next").isNull()).isTrue();
        assertThat(empty.body().path("previous").isNull()).isTrue();
    }
}
