package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.WorkingCalendar;

/** After any acts, the list behind every count is as long as the count says. {@code -Dseed=n} runs one seed. */
class RowDossiersIT {

    private static final LocalDate BEGINNING = LocalDate.of(2026, 8, 10);
    private static final int ACTS = 50;
    private static final int QUESTIONS = 24;
    private static final List<String> CAME = List.of("received", "carriedOver");
    private static final List<String> BECAME = List.of(
            "early",
            "onTime",
            "overdue",
            "withdrawn",
            "stopped",
            "resolvedWithoutDue",
            "pendingInTime",
            "pendingOverdue",
            "pendingPaused",
            "pendingWithoutDue");
    private static final List<String> OF_WHICH = List.of("stoppedOverdue", "withdrawnOverdue", "pendingNotStarted");

    private Api api;
    private Random random;
    private MovableClock clock;
    private final Set<String> met = new HashSet<>();

    static Stream<Long> seeds() {
        return Optional.ofNullable(Long.getLong("seed"))
                .map(Stream::of)
                .orElseGet(() -> new Random().longs(1).boxed());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyListIsAsLongAsItsCount(long seed) throws Exception {
        random = new Random(seed);
        try (RunningMotcua service = RunningMotcua.on(TestDatabase.empty(), List.of(MovableClock.Config.class))) {
            clock = service.bean(MovableClock.class);
            clock.moveTo(BEGINNING + "T08:00");
            api = new Api(service.port());
            RandomActs acts = new RandomActs(api, random, clock::instant);
            for (int act = 0; act < ACTS; act++) {
                acts.fourAtOnce();
                clock.moveTo(
                        now().plus(Duration.ofMinutes(random.nextInt(60 * 30))).toString());
            }
            for (int question = 0; question < QUESTIONS; question++) {
                compare();
            }
            assertThat(met)
                    .as("classes that hold anything")
                    .contains("received", "carriedOver", "early", "overdue", "pendingInTime", "pendingOverdue");
        }
    }

    private void compare() {
        String groupBy = oneOf("unit", "agency", "sector", "procedure", "channel", "month");
        String question = question();
        Reply answer = api.get(api.token("auditor"), "/api/v1/on-time-rates?" + question + "&groupBy=" + groupBy);
        if (answer.status() == 422) {
            assertThat(answer.problem()).isEqualTo("too-many-cells");
            return;
        }
        for (JsonNode row : answer.is(200).body().path("rows")) {
            if (holdsAnything(row) || random.nextInt(100) == 0) {
                compare(question + "&" + key(row.path("key")), row);
            }
        }
        compare(question, answer.body().path("total"));
    }

    private static boolean holdsAnything(JsonNode row) {
        return CAME.stream().anyMatch(count -> row.path(count).asInt() > 0);
    }

    private void compare(String question, JsonNode row) {
        Set<String> came = new HashSet<>();
        Set<String> became = new HashSet<>();
        CAME.forEach(count -> came.addAll(compare(question, row, count)));
        if (came.isEmpty()) {
            return;
        }
        for (String count : BECAME) {
            List<String> ids = compare(question, row, count);
            assertThat(became.stream().filter(ids::contains)).as(question).isEmpty();
            became.addAll(ids);
        }
        assertThat(became).as(question).isEqualTo(came);
        OF_WHICH.forEach(count -> compare(question, row, count));
    }

    private List<String> compare(String question, JsonNode row, String count) {
        List<JsonNode> listed = list(question + "&class=" + count);
        List<String> ids =
                listed.stream().map(item -> item.path("id").asString()).toList();
        assertThat(ids)
                .as("%s %s of %s", question, count, row)
                .hasSize(row.path(count).asInt())
                .doesNotHaveDuplicates();
        if (BECAME.contains(count)) {
            assertThat(listed).allMatch(item -> item.path("class").asString().equals(count));
        }
        if (!ids.isEmpty()) {
            met.add(count);
        }
        return ids;
    }

    private List<JsonNode> list(String question) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String from = cursor.map(next -> "&cursor=" + next).orElse("");
            JsonNode page = api.get(
                            api.token("auditor"),
                            "/api/v1/on-time-rates/dossiers?limit=" + (3 + random.nextInt(20)) + "&" + question + from)
                    .is(200)
                    .body();
            page.path("items").forEach(all::add);
            cursor = Optional.of(page.path("next")).filter(JsonNode::isString).map(JsonNode::asString);
        } while (cursor.isPresent());
        return all;
    }

    private String question() {
        LocalDate from = BEGINNING.plusDays(random.nextInt(60) - 20);
        LocalDate today = now().toLocalDate();
        int days = Math.clamp(ChronoUnit.DAYS.between(BEGINNING, today), 1, 30);
        String past = BEGINNING.plusDays(random.nextInt(days)) + "T1" + random.nextInt(10) + ":30:00%2B07:00";
        return oneOf(
                        "level=COMMUNE",
                        "level=PROVINCE",
                        "level=NATION",
                        "level=COMMUNE&unit=42",
                        "level=COMMUNE&unit=18073")
                + "&from=" + (from.isAfter(today) ? today : from)
                + "&to=" + (from.isAfter(today) ? today : from).plusDays(random.nextInt(45))
                + "&definition=" + oneOf("OT-1", "OT-2", "OT-4", "OT-5", "OT-6")
                + "&view=" + oneOf("AS_WAS", "TODAY")
                + "&by=" + oneOf("COMPETENT", "COMPETENT", "RECEIVING")
                + "&scope=" + oneOf("SUBTREE", "SUBTREE", "OWN")
                + oneOf("", "&asOf=" + past);
    }

    private static String key(JsonNode key) {
        if (key.has("unit")) {
            return "rowUnit=" + key.at("/unit/code").asString() + "@"
                    + key.at("/unit/validFrom").asString();
        }
        if (key.has("agency")) {
            return "agency=" + key.at("/agency/id").asString();
        }
        if (key.has("procedure")) {
            return "procedure=" + key.at("/procedure/code").asString();
        }
        String name = key.propertyNames().iterator().next();
        return name + "=" + URLEncoder.encode(key.path(name).asString(), StandardCharsets.UTF_8);
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }

    private LocalDateTime now() {
        return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDateTime();
    }
}
