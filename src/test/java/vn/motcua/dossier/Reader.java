package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.Owner;
import vn.motcua.faults.client.Eventually;

/** A persona of the development issuer who reads notices. */
final class Reader {

    /** No position is higher: the largest number that JSON carries exactly. */
    static final long LAST = 9_007_199_254_740_991L;

    static final String NOTICES = "/api/v1/notices";

    private static final String READ_UNTIL = NOTICES + "/read-until";

    private final Api api;
    private final String persona;

    Reader(Api api, String persona) {
        this.api = api;
        this.persona = persona;
    }

    /** A token of the clock's present moment. */
    String token() {
        return api.token(persona);
    }

    /** Whatever others did in the same names counts as read. */
    Reader readsEverything() throws InterruptedException {
        everythingIsTold();
        readsUntil(LAST).is(200);
        return this;
    }

    /** Until every event has its position in the log. */
    static void everythingIsTold() throws InterruptedException {
        assertThat(Eventually.comesTrue(Duration.ofSeconds(20), () -> Owner.number("""
            SELECT count(*)
              FROM dossier_event e
             WHERE NOT EXISTS (SELECT FROM log_position p WHERE p.dossier_id = e.dossier_id AND p.sequence = e.sequence)
            """) == 0))
                .isTrue();
    }

    Reply readsUntil(long position) {
        return api.post(token(), READ_UNTIL, "{\"position\": " + position + "}");
    }

    /** With a query as in {@code limit=2}. */
    Reply page(String query) {
        return api.get(token(), NOTICES + "?" + query);
    }

    Reply pageAfter(String query, Reply before) {
        return page(query + "&cursor=" + URLEncoder.encode(before.is(200).string("next"), StandardCharsets.UTF_8));
    }

    /** What is not read, told by now. */
    List<JsonNode> unread() throws InterruptedException {
        everythingIsTold();
        return items(page("unread=true&limit=100"));
    }

    /** Positions of every page from one on. */
    List<Long> walk(String query, Reply first) {
        List<Long> seen = new ArrayList<>(positions(first));
        Reply page = first;
        while (!page.body().path("next").isNull()) {
            page = pageAfter(query, page);
            seen.addAll(positions(page));
        }
        return seen;
    }

    static List<JsonNode> items(Reply page) {
        return page.is(200).body().path("items").valueStream().toList();
    }

    static List<Long> positions(Reply page) {
        return items(page).stream().map(item -> item.path("position").asLong()).toList();
    }

    static List<String> dossiers(List<JsonNode> notices) {
        return notices.stream().map(item -> item.path("dossier").asString()).toList();
    }

    static List<String> kinds(List<JsonNode> notices) {
        return notices.stream().map(item -> item.path("kind").asString()).toList();
    }

    static int count(Reply answer) {
        return answer.is(200).body().at("/unread/count").asInt();
    }
}
