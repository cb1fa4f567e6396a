package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.TestDatabase;

/** Whoever of the staff sees personal data is recorded first, and the dossier's owner can read it (Decree 320/2026). */
@MovableClockIT
class AccessesIT {

    private static final String DOSSIERS = "/api/v1/dossiers/";

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
    void everyReadOfStaffIsReadBackByTheOwner() {
        Desk desk = new Desk(api, clock, "18748");
        String id = desk.file();
        List<Callable<Reply>> reads = List.of(
                () -> api.get(desk.clerk(), DOSSIERS + id),
                () -> api.get(desk.clerk(), DOSSIERS + id + "/events"),
                () -> desk.queue(""),
                () -> desk.queue(
                        "query=" + api.get(api.token("citizen"), DOSSIERS + id).string("trackingCode")),
                () -> desk.search("{\"text\": \"mau\"}"),
                () -> api.get(api.token("leader&unit=18748"), DOSSIERS + id));
        reads.forEach(read -> {
            clock.tick();
            called(read).is(200);
        });

        Reply accesses = accesses(id, "");
        assertThat(items(accesses, "purpose"))
                .containsExactly("DOSSIER", "SEARCH", "QUEUE", "QUEUE", "HISTORY", "DOSSIER");
        assertThat(items(accesses, "role")).containsExactly("LEADER", "CLERK", "CLERK", "CLERK", "CLERK", "CLERK");
        assertThat(items(accesses, "at")).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(accesses.body()
                        .path("items")
                        .get(1)
                        .path("agency")
                        .path("name")
                        .asString())
                .isEqualTo(receiving(desk, id));
        assertThat(items(accesses, "user")).startsWith("leader@18748", "clerk@18748");
        assertThat(accesses.text()).doesNotContain("urn:motcua:dev:agencies", "|");
    }

    private static Reply called(Callable<Reply> read) {
        try {
            return read.call();
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private String receiving(Desk desk, String id) {
        return api.get(desk.clerk(), DOSSIERS + id)
                .body()
                .path("receivingAgency")
                .path("name")
                .asString();
    }

    @Test
    void whatTheOwnerReadsAndWhatIsRefusedLeavesNothing() {
        Desk desk = new Desk(api, clock, "18766");
        String id = desk.file();
        api.get(api.token("citizen"), DOSSIERS + id).is(200);
        api.get(api.token("citizen"), "/api/v1/dossiers").is(200);
        api.get(api.token("clerk&unit=18790"), DOSSIERS + id).is(404);
        api.get(api.token("auditor"), DOSSIERS + id).is(404);
        assertThat(items(accesses(id, ""), "purpose")).isEmpty();
    }

    @Test
    void nobodyButTheOwnerReadsThem() {
        Desk desk = new Desk(api, clock, "18775");
        String id = desk.file();
        api.get(api.token("citizen2"), DOSSIERS + id + "/accesses").is(404);
        api.get(desk.clerk(), DOSSIERS + id + "/accesses").is(403);
        api.get(api.token("auditor"), DOSSIERS + id + "/accesses").is(403);
        api.get(api.token("citizen"), DOSSIERS + "MC000/accesses").is(400);
    }

    @Test
    void noAuthorityToFileGivesARightToReadThem() {
        ObjectNode filing = api.filing("1.004222", "18775", "child");
        filing.set(
                "submitter",
                Submitters.of(api.person("citizen"), "{\"kind\": \"PARENT\", \"document\": \"Giấy khai sinh\"}"));
        String id = api.file(api.token("citizen"), filing).is(201).string("id");
        api.get(api.token("citizen"), DOSSIERS + id).is(200);
        api.get(api.token("citizen"), DOSSIERS + id + "/accesses").is(403);
        api.get(api.token("child"), DOSSIERS + id + "/accesses").is(200);
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        Desk desk = new Desk(api, clock, "18781");
        String id = desk.file();
        Owner.run("REVOKE INSERT ON dossier_access FROM motcua_service");
        try {
            List<Reply> reads = List.of(
                    api.get(desk.clerk(), DOSSIERS + id),
                    api.get(desk.clerk(), DOSSIERS + id + "/events"),
                    desk.queue(""),
                    desk.search("{\"text\": \"mau\"}"));
            assertThat(reads).allSatisfy(read -> {
                assertThat(read.is(503).problem()).isEqualTo("database-unavailable");
                assertThat(read.text()).doesNotContain("Mẫu", id);
            });
            api.get(api.token("citizen"), DOSSIERS + id).is(200);
        } finally {
            Owner.run("GRANT INSERT ON dossier_access TO motcua_service");
        }
    }

    @Test
    void whatCannotBeRecordedInTimeIsAskedForAgainLater() throws SQLException {
        Desk desk = new Desk(api, clock, "18781");
        String id = desk.file();
        try (Connection owner = TestDatabase.owner();
                Statement locked = owner.createStatement()) {
            owner.setAutoCommit(false);
            locked.execute("LOCK TABLE dossier_access IN EXCLUSIVE MODE");
            Reply late = api.get(desk.clerk(), DOSSIERS + id).is(503);
            assertThat(late.problem()).isEqualTo("overloaded");
            assertThat(late.header("Retry-After")).isPresent();
            api.get(api.token("citizen"), DOSSIERS + id).is(200);
        }
        api.get(desk.clerk(), DOSSIERS + id).is(200);
    }

    @Test
    void readsAtOnceAreEachRecorded() throws Exception {
        Desk desk = new Desk(api, clock, "18787");
        String id = desk.file();
        List<Callable<Reply>> reads = Collections.nCopies(60, () -> api.get(desk.clerk(), DOSSIERS + id));
        assertThat(AtOnce.all(reads)).allMatch(reply -> reply.status() == 200);
        assertThat(walk(id, 7)).hasSize(60);
    }

    private List<String> walk(String id, int limit) {
        List<String> seen = new ArrayList<>();
        Reply page = accesses(id, "?limit=" + limit);
        seen.addAll(items(page, "at"));
        while (!page.body().path("next").isNull()) {
            page = accesses(
                    id,
                    "?limit=" + limit + "&cursor=" + URLEncoder.encode(page.string("next"), StandardCharsets.UTF_8));
            seen.addAll(items(page, "at"));
        }
        return seen;
    }

    private Reply accesses(String id, String query) {
        return api.get(api.token("citizen"), DOSSIERS + id + "/accesses" + query);
    }

    private static List<String> items(Reply page, String member) {
        return page.is(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path(member).asString())
                .toList();
    }
}
