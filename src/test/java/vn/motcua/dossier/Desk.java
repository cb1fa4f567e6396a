package vn.motcua.dossier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;

/** A one-stop desk at work: files at its counter, takes steps and reads its lists. */
final class Desk {

    static final String QUEUE = "/api/v1/desk/dossiers";
    static final String SEARCHES = "/api/v1/desk/dossier-searches";

    private static final String RESIDENCE = "1.004222";

    private final Api api;
    private final MovableClock clock;
    private final String unit;
    private final String clerk;
    private final String officer;

    /** Its clock goes on a millisecond at each filing. */
    Desk(Api api, MovableClock clock, String unit) {
        this.api = api;
        this.clock = clock;
        this.unit = unit;
        this.clerk = api.token("clerk&unit=" + unit);
        this.officer = api.token("officer&unit=" + unit);
    }

    String clerk() {
        return clerk;
    }

    /** Registration of residence at the counter, seven working days; answers the id. */
    String file() {
        return file(RESIDENCE, "Nguyễn Văn Mẫu", Optional.empty());
    }

    String file(String procedure, String name, Optional<String> phone) {
        return file(applicant(name, "042090001234", phone), procedure).is(201).string("id");
    }

    Reply file(ObjectNode applicant, String procedure) {
        ObjectNode filing = api.filing(procedure, unit, "citizen").put("channel", "COUNTER");
        filing.set("applicant", applicant);
        Reply reply = api.file(clerk, filing);
        clock.tick();
        return reply;
    }

    static ObjectNode applicant(String name, String citizenId, Optional<String> phone) {
        ObjectNode applicant = JsonMapper.shared()
                .createObjectNode()
                .put("kind", "CITIZEN")
                .put("citizenId", citizenId)
                .put("fullName", name)
                .put("dateOfBirth", "1990-05-17");
        phone.ifPresent(number -> applicant.put("phone", number));
        return applicant;
    }

    /** As {@link #file()}, for the police of another commune. */
    String fileFor(String competentUnit) {
        String id = api.file(clerk, api.filing(competentUnit).put("channel", "COUNTER"))
                .is(201)
                .string("id");
        clock.tick();
        return id;
    }

    List<String> file(int count) {
        List<String> filed = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            filed.add(file());
        }
        return filed;
    }

    void accept(String id) {
        api.step(clerk, id, "acceptance", 1, "{}").is(200);
    }

    /** What another desk took in and accepted. */
    void receive(String id) {
        api.step(clerk, id, "reception", 2, "{}").is(200);
    }

    void refuse(String id) {
        api.step(clerk, id, "refusal", 1, "{\"reason\": \"thiếu giấy tờ\"}").is(200);
    }

    /** Accepts, hands over and finishes. */
    void finish(String id) {
        accept(id);
        api.step(clerk, id, "hand-over", 2, "{}").is(200);
        api.step(officer, id, "completion", 3, "{\"reason\": \"không đủ điều kiện\", \"signedBy\": \"Nguyễn Văn Ký\"}")
                .is(200);
    }

    /** The queue, with a query as in {@code status=1&limit=2}. */
    Reply queue(String query) {
        return api.get(clerk, QUEUE + "?" + query);
    }

    Reply search(String body) {
        return api.post(clerk, SEARCHES, body);
    }

    /** The page behind a cursor. */
    Reply queue(String query, String cursor) {
        return queue(query + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    }

    static List<String> ids(Reply page) {
        return page.is(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    static JsonNode item(Reply page, int at) {
        return page.is(200).body().path("items").get(at);
    }

    /** Ids of every page from the first to the last. */
    List<String> walk(String query) {
        List<String> seen = new ArrayList<>();
        Reply page = queue(query);
        seen.addAll(ids(page));
        while (!page.body().path("next").isNull()) {
            page = queue(query, page.string("next"));
            seen.addAll(ids(page));
        }
        return seen;
    }

    String tracking(String id) {
        return api.get(clerk(), "/api/v1/dossiers/" + id).is(200).string("trackingCode");
    }
}
