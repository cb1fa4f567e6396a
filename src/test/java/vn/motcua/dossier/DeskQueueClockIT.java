package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;
import static vn.motcua.dossier.Desk.item;

import java.util.List;
import java.util.UUID;
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

/** What the desk's queue says of clocks that have not started and of who decides. */
@MovableClockIT
class DeskQueueClockIT {

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
    void whatWaitsForTheCompetentDeskIsSeenThereAndApartFromWhatHasNoMoment() {
        clock.moveTo("2026-09-07T09:00");
        Desk here = new Desk(api, clock, "18676");
        Desk there = new Desk(api, clock, "18673");
        List<String> waiting = List.of(here.fileFor("18673"), here.fileFor("18673"), here.fileFor("18673"));
        waiting.forEach(here::accept);
        String withoutDue = there.file();
        there.accept(withoutDue);
        Owner.run(
                "UPDATE dossier SET due_at = NULL, due_day = NULL, due_missing = 'TERM_UNCONFIRMED' WHERE id = ?",
                UUID.fromString(withoutDue));
        String running = there.file();
        there.accept(running);
        String registered = there.file();

        for (Desk desk : List.of(here, there)) {
            assertThat(desk.walk("due=NOT_STARTED&limit=2")).isEqualTo(waiting);
            assertThat(ids(desk.queue("due=NOT_STARTED&procedure=1.004222&status=2")))
                    .isEqualTo(waiting);
            assertThat(ids(desk.queue("due=NOT_STARTED&query=" + desk.tracking(waiting.get(1)))))
                    .containsExactly(waiting.get(1));
        }
        assertThat(ids(there.queue("due=NONE"))).containsExactly(withoutDue);
        assertThat(ids(there.queue("due=LATER"))).containsExactly(registered, running);
        assertThat(there.walk("limit=2"))
                .containsExactly(registered, running, waiting.get(0), waiting.get(1), waiting.get(2), withoutDue);
        Reply second = there.queue(
                "due=NOT_STARTED&limit=2",
                there.queue("due=NOT_STARTED&limit=2").string("next"));
        assertThat(ids(there.queue("due=NOT_STARTED&limit=2", second.string("previous"))))
                .isEqualTo(waiting.subList(0, 2));

        there.receive(waiting.get(0));
        assertThat(ids(there.queue("due=NOT_STARTED"))).isEqualTo(waiting.subList(1, 3));
        assertThat(ids(there.queue("due=LATER"))).contains(waiting.get(0));
    }

    @Test
    void aLineSaysWhatTheClockDoesAndWhetherItIsKnownWhoDecides() {
        clock.moveTo("2026-09-07T09:00");
        Desk here = new Desk(api, clock, "18682");
        String waiting = here.fileFor("18685");
        assertThat(states(here)).containsExactly("NOT_STARTED null SETTLED");
        here.accept(waiting);
        String running = here.file();
        here.accept(running);
        String finished = here.file();
        here.finish(finished);
        assertThat(ids(here.queue(""))).containsExactly(running, waiting, finished);
        assertThat(states(here))
                .containsExactly(
                        "RUNNING null SETTLED", "NOT_STARTED COMPETENT_RECEPTION SETTLED", "ENDED null SETTLED");

        String open = api.file(api.token("citizen"), api.filing("01")).is(201).string("id");
        String code = new Desk(api, clock, "01").tracking(open);
        Reply unknown = new Desk(api, clock, "01").queue("query=" + code);
        assertThat(state(item(unknown, 0))).isEqualTo("NOT_STARTED null OPEN");
    }

    private static List<String> states(Desk desk) {
        return desk.queue("")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .map(DeskQueueClockIT::state)
                .toList();
    }

    private static String state(JsonNode line) {
        return line.at("/clock/state").asString() + " "
                + line.at("/clock/waitsFor").asString("null") + " "
                + line.path("routing").asString();
    }
}
