package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MotcuaIT;
import vn.motcua.Owner;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Place;
import vn.motcua.dossier.QueueFilter;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.db.Plans;
import vn.motcua.identity.Scope;

/** The desk's lists over a million dossiers of one agency: measured, printed, and deep pages held to the cost of the first. */
@MotcuaIT
@Tag("bench")
@Tag("lists")
@TestInstance(Lifecycle.PER_CLASS)
class DeskListsBenchIT {

    private static final String QUEUE = "/api/v1/desk/dossiers";
    private static final int DEEP = 2_000;
    private static final int REPETITIONS = 500;

    @LocalServerPort
    int port;

    private StringBuilder table;
    private Api api;
    private String clerk;

    @BeforeAll
    void load() throws Exception {
        long begun = System.nanoTime();
        Million.load();
        System.out.printf(
                Locale.ROOT, "loaded 1,000,000 dossiers and parties in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    @BeforeEach
    void beginATable() {
        table = new StringBuilder();
    }

    @Test
    void pagesOfAMillionDossiers() throws Exception {
        api = new Api(port);
        clerk = api.token("clerk&unit=" + Million.UNIT);
        List<String> everywhere = cursors("limit=20", DEEP);
        Place deep = place(everywhere.getLast());
        Arrivals.at(50, 60, number -> page("limit=20", everywhere.get(number * 61 % everywhere.size())));

        header();
        sideBySide("page 1", "page 2,000", "limit=20", everywhere.getLast());
        sideBySide("page 1, 50 lines", "page 2,000, 50 lines", "limit=50", everywhere.getLast());
        filtered("status=10");
        filtered("status=4&procedure=1.004222");
        filtered("procedure=" + Million.RARE_PROCEDURE);
        filtered("status=10&procedure=" + Million.RARE_PROCEDURE);
        filtered("due=OVERDUE");
        filtered("due=NONE&status=1,2,3,4,5,6,7,8,9,10");
        search("{\"text\": \"nguyen van huyen\"}");
        search("{\"text\": \"oanh\", \"limit\": 100}");
        search("{\"phone\": \"0900 012 345\"}");
        search("{\"citizenId\": \"000000012345\"}");
        search("{\"text\": \"nguyen\"}");
        add(
                "queue, 50 pages a second for 60 s, open loop",
                Arrivals.at(50, 60, number -> page("limit=20", everywhere.get(number * 61 % everywhere.size()))));
        add(
                "queue of 50 lines, 50 pages a second for 60 s",
                Arrivals.at(50, 60, number -> page("limit=50", everywhere.get(number * 61 % everywhere.size()))));
        plans(deep);
        System.out.println(table);
    }

    /** Both in turn, so that whatever else the machine does meets both. */
    private void sideBySide(String first, String second, String query, String cursor) {
        double[] ones = new double[REPETITIONS];
        double[] others = new double[REPETITIONS];
        for (int at = 0; at < REPETITIONS; at++) {
            ones[at] = Arrivals.time(() -> page(query, ""));
            others[at] = Arrivals.time(() -> page(query, cursor));
        }
        Arrays.sort(ones);
        Arrays.sort(others);
        add(first, ones);
        add(second, others);
        double ratio = Arrivals.quantile(others, 0.5) / Arrivals.quantile(ones, 0.5);
        say("%s is %.2f times %s", second, ratio, first);
        assertThat(ratio).isLessThan(1.2);
    }

    private void filtered(String query) {
        double[] taken = new double[100];
        for (int at = 0; at < taken.length; at++) {
            taken[at] = Arrivals.time(() -> page(query + "&limit=20", ""));
        }
        Arrays.sort(taken);
        add(query, taken);
    }

    private void search(String body) {
        double[] taken = new double[20];
        for (int at = 0; at < taken.length; at++) {
            taken[at] = Arrivals.time(() -> assertThat(api.post(clerk, "/api/v1/desk/dossier-searches", body)
                            .is(200)
                            .body()
                            .path("items"))
                    .isNotEmpty());
        }
        Arrays.sort(taken);
        add("search " + body, taken);
    }

    private Reply page(String query, String cursor) {
        String place = cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return api.get(clerk, QUEUE + "?" + query + place).is(200);
    }

    /** Cursors of the pages 2 to {@code pages}, by walking. */
    private List<String> cursors(String query, int pages) {
        List<String> cursors = new ArrayList<>();
        String cursor = "";
        while (cursors.size() < pages - 1) {
            cursor = page(query, cursor).string("next");
            cursors.add(cursor);
        }
        return cursors;
    }

    /** Where the page behind the cursor begins. */
    private Place place(String cursor) {
        var first = page("limit=20", cursor).body().at("/items/0/id").asString();
        var row = Owner.rows("SELECT CAST(queue_at AS text) AS at, id FROM dossier WHERE id = CAST(? AS uuid)", first)
                .getFirst();
        return new Place((String) row.get("at"), (UUID) row.get("id"));
    }

    private void plans(Place deep) {
        var wanted = new Wanted(Set.of(Million.AGENCY - 1, Million.AGENCY), QueueFilter.OPEN, Set.of(), Span.ALL);
        Instant moment = Instant.parse("2026-06-01T02:00:00Z");
        say("%nPage 1%n%s", Plans.ofQueue(wanted, new Walk(moment, false, Optional.empty(), 20)));
        say("%nPage 2,000%n%s", Plans.ofQueue(wanted, new Walk(moment, false, Optional.of(deep), 20)));
        say(
                "%nProcedure %s, returned%n%s",
                Million.RARE_PROCEDURE,
                Plans.ofQueue(
                        new Wanted(wanted.agencies(), Set.of(DossierStatus.RETURNED), Set.of(200090801), Span.ALL),
                        new Walk(moment, false, Optional.empty(), 20)));
        say(
                "%nSearch for nguyen van huyen%n%s",
                Plans.ofSearch(
                        SearchKey.ofText("nguyen van huyen"),
                        wanted.agencies(),
                        new Walk(moment, false, Optional.empty(), 20)));
    }

    /** Desks of eight agencies, of which one has a million dossiers and the others none; and the queue of exceptions. */
    @Test
    void plansOfManyShelvesAndOfExceptions() {
        Set<Integer> eight = IntStream.rangeClosed(Million.AGENCY - 7, Million.AGENCY)
                .boxed()
                .collect(Collectors.toSet());
        Set<DossierStatus> seven =
                Arrays.stream(DossierStatus.values()).limit(7).collect(Collectors.toSet());
        var walk = new Walk(Instant.parse("2026-06-01T02:00:00Z"), false, Optional.empty(), 20);
        say("%n8 agencies x 7 statuses%n%s", Plans.ofQueue(new Wanted(eight, seven, Set.of(), Span.ALL), walk));
        say(
                "%n8 agencies x 7 statuses x 2 procedures%n%s",
                Plans.ofQueue(new Wanted(eight, seven, Set.of(200090801, 100422201), Span.ALL), walk));
        Owner.run("UPDATE dossier SET routing_settled = false WHERE status = 1");
        Owner.run("ANALYZE dossier");
        say("%nExceptions of a desk that has none%n%s", Plans.ofExceptions(desk(Million.AGENCY - 1), Optional.empty()));
        say("%nExceptions of the desk that has all%n%s", Plans.ofExceptions(desk(Million.AGENCY), Optional.empty()));
    }

    private static Scope desk(int agency) {
        return new Scope(Optional.empty(), Set.of(agency), false);
    }

    private void header() {
        say("| %-58s | %6s | %8s | %8s | %8s |", "what", "calls", "p50 ms", "p99 ms", "max ms");
    }

    private void add(String what, double[] sorted) {
        say("%s", Arrivals.line(what, sorted));
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        table.append(line).append('\n');
    }
}
