package vn.motcua.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Submitters;
import vn.motcua.dossier.Telling;

/** People who file and officials who work, at random, four at a time. */
final class RandomActs {

    private static final int WRITERS = 4;
    private static final List<String> UNITS = List.of("18073", "18754", "18277", "14758", "14797", "01");
    private static final List<String> PROCEDURES = List.of("1.004222", "1.004194", "1.001193", "2.000815");
    private static final String COMPLETION = "{\"reason\": \"x\", \"signedBy\": \"A\"}";

    private final Api api;
    private final Random random;
    private final InstantSource clock;
    private final ConcurrentLinkedQueue<Open> open = new ConcurrentLinkedQueue<>();

    RandomActs(Api api, Random random, InstantSource clock) {
        this.api = api;
        this.random = random;
        this.clock = clock;
    }

    /** A dossier that goes on: its last answer, and which desks have it. */
    private record Open(JsonNode dossier, int version, String desk, String competent) {

        Open after(Reply reply) {
            return new Open(reply.body(), reply.version(), desk, competent);
        }
    }

    /** Each writer does one thing; what they do is drawn before they begin, so that a seed draws the same. */
    void fourAtOnce() throws Exception {
        List<Callable<Integer>> acts = new ArrayList<>();
        IntStream.range(0, WRITERS).forEach(_ -> acts.add(draw()));
        AtOnce.all(acts);
    }

    private Callable<Integer> draw() {
        String desk = UNITS.get(random.nextInt(UNITS.size()));
        String competent = random.nextInt(3) == 0 ? UNITS.get(random.nextInt(UNITS.size())) : desk;
        String procedure = PROCEDURES.get(random.nextInt(PROCEDURES.size()));
        boolean online = random.nextBoolean();
        boolean refuses = random.nextInt(8) == 0;
        boolean forAnother = random.nextInt(4) == 0;
        if (random.nextInt(7) == 0) {
            Telling past = past(procedure, desk);
            return () -> past.tell(api).status();
        }
        return open.size() < 3 || random.nextInt(3) == 0
                ? () -> file(filing(procedure, online ? desk : competent, forAnother), desk, online)
                : () -> goOn(refuses);
    }

    /** What another system did in the weeks before, told now. */
    private Telling past(String procedure, String unit) {
        Telling telling = Telling.of(api, procedure, "COUNTER").with("competentUnit", unit);
        Instant at = clock.instant().minus(Duration.ofHours(1 + random.nextInt(24 * 25)));
        for (String type : List.of("FILED", "ACCEPTED", "HANDED_OVER", "COMPLETED")) {
            if (at.isBefore(clock.instant())) {
                telling.event(
                        type,
                        LocalDateTime.ofInstant(at, WorkingCalendar.ZONE)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plusNanos(1_000_000)
                                .toString());
                if (type.equals("COMPLETED")) {
                    telling.withResult();
                }
            }
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 6)));
        }
        return telling;
    }

    private ObjectNode filing(String procedure, String competent, boolean forAnother) {
        ObjectNode filing = api.filing(procedure, competent, forAnother ? "child" : "citizen");
        if (forAnother) {
            filing.set(
                    "submitter",
                    Submitters.of(api.person("citizen"), "{\"kind\": \"PARENT\", \"document\": \"12/2022\"}"));
        }
        return filing;
    }

    /** A refusal by rule is an answer like any other: then nothing was recorded. */
    private int file(ObjectNode filing, String desk, boolean online) {
        if (!online) {
            filing.put("channel", "COUNTER");
        }
        Reply filed = api.file(api.token(online ? "citizen" : "clerk&unit=" + desk), filing);
        if (filed.status() == 201) {
            open.add(new Open(
                    filed.body(),
                    filed.version(),
                    desk,
                    filing.path("competentUnit").asString()));
        }
        return filed.status();
    }

    private int goOn(boolean refuses) {
        Open one = open.poll();
        return one == null ? 0 : goOn(one, refuses);
    }

    private int goOn(Open one, boolean refuses) {
        Reply reply = next(one, refuses);
        if (reply.status() == 200
                && !List.of(3, 10).contains(reply.body().path("status").asInt())) {
            open.add(one.after(reply));
        }
        return reply.status();
    }

    private Reply next(Open one, boolean refuses) {
        JsonNode dossier = one.dossier();
        String clerk = "clerk&unit=" + one.desk();
        if ("OPEN".equals(dossier.path("routing").asString(""))) {
            return step(clerk, one, "routing", "{\"competentAgency\": \"3147582\", \"reason\": \"x\"}");
        }
        return switch (dossier.path("status").asInt()) {
            case 1 ->
                refuses ? step(clerk, one, "refusal", "{\"reason\": \"x\"}") : step(clerk, one, "acceptance", "{}");
            case 2 -> step(clerk, one, "hand-over", "{}");
            case 4 ->
                "COMPETENT_RECEPTION".equals(dossier.at("/clock/waitsFor").asString(""))
                        ? step("clerk&unit=" + one.competent(), one, "reception", "{}")
                        : step("officer&unit=" + one.competent(), one, "completion", COMPLETION);
            default -> step(clerk, one, "return", "{\"deliveredBy\": \"A\", \"receivedBy\": \"B\"}");
        };
    }

    private Reply step(String who, Open one, String step, String body) {
        return api.step(api.token(who), one.dossier().path("id").asString(), step, one.version(), body);
    }
}
