package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.Desk.ids;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** A cursor opens for the list, the filters and the caller that it was made for, and for nothing else. */
@MovableClockIT
class ListCursorsIT {

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private Desk desk;
    private String cursor;

    @BeforeEach
    void readAFirstPage() {
        api = new Api(port);
        clock.moveTo("2026-03-02T09:00");
        desk = new Desk(api, clock, "18652");
        desk.file(3);
        cursor = desk.queue("limit=1&status=1").string("next");
    }

    @Test
    void itOpensHoweverItsFiltersAreWrittenAndWithAnyLimit() {
        assertThat(ids(desk.queue("limit=1&status=1", cursor))).hasSize(1);
        assertThat(ids(desk.queue("status=1,1&limit=2", cursor))).hasSize(2);
    }

    @Test
    void forgedCutShortOrMadeUpItDoesNot() {
        for (int at = 0; at < cursor.length(); at += 7) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            refused(desk.queue("status=1", cursor.substring(0, at) + other + cursor.substring(at + 1)));
            refused(desk.queue("status=1", cursor.substring(0, at)));
        }
        refused(desk.queue("status=1", cursor + "AAAA"));
        refused(desk.queue("status=1", "next"));
        refused(desk.queue("status=1", "🙂"));
        assertThat(desk.queue("status=1", "A".repeat(1_001)).is(400).problem()).isEqualTo("invalid-parameter");
    }

    @Test
    void forOtherFiltersItDoesNot() {
        refused(desk.queue("", cursor));
        refused(desk.queue("status=1,2", cursor));
        refused(desk.queue("status=1&due=TODAY", cursor));
        refused(desk.queue("status=1&procedure=1.004222", cursor));
    }

    @Test
    void forAnotherCallerOrAnotherListItDoesNot() {
        String query = "?status=1&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        refused(new Desk(api, clock, "18667").queue("status=1", cursor));
        refused(api.get(api.token("leader&unit=18652"), Desk.QUEUE + query));
        refused(api.get(api.token("citizen"), "/api/v1/dossiers" + query));
        refused(desk.search("{\"text\": \"mau\", \"cursor\": \"" + cursor + "\"}"));
    }

    @Test
    void aYearLaterItDoesNot() {
        clock.moveTo("2027-03-02T09:00");
        refused(new Desk(api, clock, "18652").queue("status=1", cursor));
    }

    private static void refused(Reply reply) {
        assertThat(reply.is(400).problem()).isEqualTo("invalid-cursor");
    }
}
