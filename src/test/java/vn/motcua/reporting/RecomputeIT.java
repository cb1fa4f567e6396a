package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.RecomputeCommand;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.DatabaseAddress;
import vn.motcua.dossier.application.ExportedLog;
import vn.motcua.faults.client.Eventually;
import vn.motcua.platform.json.CanonicalJson;
import vn.motcua.reporting.application.AnswerDifference;
import vn.motcua.reporting.application.Recomputation;
import vn.motcua.reporting.application.RecomputeQuestion;

/** What a service answers is what a stranger counts in its export; the seed of everything in it is printed. */
class RecomputeIT {

    private static final long SEED = new Random().nextLong();
    private static final int ROUNDS = 60;
    private static final LocalDate BEGINNING = LocalDate.of(2026, 8, 10);

    private static DatabaseAddress database;
    private static RunningMotcua service;
    private static Api api;
    private static MovableClock clock;
    private static String export;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void livesAWhile() throws Exception {
        database = TestDatabase.empty();
        service = RunningMotcua.on(database, List.of(MovableClock.Config.class));
        api = new Api(service.port());
        clock = service.bean(MovableClock.class);
        System.out.println("RecomputeIT has seed " + SEED);
        Random random = new Random(SEED);
        RandomActs acts = new RandomActs(api, random, clock);
        clock.moveTo(BEGINNING + "T08:00");
        for (int round = 0; round < ROUNDS; round++) {
            acts.fourAtOnce();
            Instant next = clock.instant().plus(Duration.ofMinutes(random.nextInt(2_000)));
            clock.moveTo(next.atZone(WorkingCalendar.ZONE).toLocalDateTime().toString());
        }
        assertThat(Eventually.comesTrue(
                        Duration.ofSeconds(60),
                        () -> number("SELECT count(*) FROM dossier_event")
                                == number("SELECT count(*) FROM log_position")))
                .isTrue();
        export = api.get(api.token("auditor"), "/api/v1/events/export").is(200).text();
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @RepeatedTest(20)
    void aRandomQuestionHasTheAnswerThatTheLogGives(RepetitionInfo repetition) {
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Map<String, Object> question = question(random);
        while (ask(question).status() == 422) {
            question = question(random);
        }
        Map<String, Object> answer = answer(question);
        Map<String, Object> counted = recompute(question, answer, export);
        assertThat(AnswerDifference.first(answer, counted))
                .as("seed %d, %s", seed, question)
                .isEmpty();
        assertThat(counted.keySet()).isEqualTo(answer.keySet());
        if (answer.get("rows") instanceof List<?> rows && counted.get("rows") instanceof List<?> others) {
            assertThat(others.size()).as("seed %d, %s", seed, question).isLessThanOrEqualTo(rows.size());
        }
    }

    @Test
    void aNumberThatIsNotWhatHappenedIsNamed() {
        Map<String, Object> question = Map.of(
                "level",
                "NATION",
                "from",
                BEGINNING.toString(),
                "to",
                BEGINNING.plusYears(1).toString());
        Map<String, Object> answer = answer(question);
        Map<String, Object> total = members(answer.get("total"));
        total.put("received", ((Number) total.get("received")).longValue() + 1);
        answer.put("total", total);
        assertThat(AnswerDifference.first(answer, recompute(question, answer, export))
                        .orElseThrow())
                .startsWith("total: received is ");
    }

    @Test
    void aChangedEventIsNamedByItsLine() {
        assertThatThrownBy(() -> recompute(changed(line -> line.replace("\"received\":1", "\"received\":2"), false)))
                .hasMessageMatching("Line [0-9]+: the digest is not that of the event");
        assertThatThrownBy(() -> recompute(changed(line -> line.replace("\"received\":1", "\"received\":2"), true)))
                .hasMessageMatching("Line [0-9]+, event [0-9]+ \\(ACCEPTED\\) of dossier [-0-9a-f]{36}:"
                        + " the counts in it are not what happened");
        assertThatThrownBy(() -> recompute(changed(line -> line.replace("\"sequence\":2", "\"sequence\":4"), true)))
                .hasMessageMatching("Line .*: event 4 of a dossier follows on its event 1");
    }

    @Test
    void theCommandSaysWhatItFoundAndEndsWithIt(@TempDir Path folder) throws Exception {
        Map<String, Object> question = Map.of(
                "level",
                "PROVINCE",
                "from",
                "2026-08-10",
                "to",
                "2026-08-31",
                "definition",
                "all",
                "asOf",
                "2026-09-10");
        Map<String, Object> answer = answer(question);
        String log = file(folder, "export.ndjson", export);
        String asked = file(folder, "question.json", CanonicalJson.write(question));
        String given = file(folder, "answer.json", CanonicalJson.write(answer));
        assertThat(command(log, asked)).isEqualTo(0);
        assertThat(CanonicalJson.read(said.toString(StandardCharsets.UTF_8)).keySet())
                .isEqualTo(answer.keySet());
        assertThat(command(log, asked, "--compare", given)).isEqualTo(0);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Equal: the answer is what the log says at position ");
        String wrong = file(
                folder,
                "wrong.json",
                CanonicalJson.write(answer).replaceAll("\"received\":[0-9]+", "\"received\":9999"));
        assertThat(command(log, asked, "--compare", wrong)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Different: ", ": received is 9999, the log says ");
        String changed =
                file(folder, "changed.ndjson", changed(line -> line.replace("\"received\":1", "\"received\":2"), true));
        assertThat(command(changed, asked)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("the counts in it are not what happened");
        assertThat(command(log)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Usage: recompute");
        assertThat(command(log, asked, "--compare", file(folder, "text.json", "null")))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("text.json: Not one JSON object");
        assertThat(command(log + "x", asked)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Cannot be read: ");
        assertThat(command(log, file(folder, "bad.json", "{\"level\":\"VILLAGE\",\"asOf\":\"2026-09-10\"}")))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The question: level is not as it should be");
    }

    private int command(String... arguments) {
        said.reset();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new RecomputeCommand(both, both).run(List.of(arguments));
    }

    private static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** The first event of acceptance, by hand; sealed anew or not. */
    private static String changed(UnaryOperator<String> change, boolean sealed) {
        List<String> lines = export.lines().collect(Collectors.toList());
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).contains("\"type\":\"ACCEPTED\"") && lines.get(at).contains("\"sequence\":2")) {
                String other = change.apply(lines.get(at));
                lines.set(at, sealed ? sealed(other) : other);
                return String.join("\n", lines);
            }
        }
        throw new IllegalStateException("Nothing was accepted");
    }

    private static String sealed(String line) {
        Map<String, Object> members = new TreeMap<>(CanonicalJson.read(line));
        members.remove("digest");
        try {
            members.put(
                    "digest",
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(CanonicalJson.write(members).getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return CanonicalJson.write(members);
    }

    private static Map<String, Object> question(Random random) {
        Map<String, Object> question = new TreeMap<>();
        LocalDate from = BEGINNING.plusDays(random.nextInt(30));
        List<String> places = List.of(
                "COMMUNE 42", "COMMUNE 18073", "COMMUNE 38", "PROVINCE ", "NATION ", "PROVINCE 38", "MINISTRY ");
        String[] place = places.get(random.nextInt(places.size())).split(" ", 2);
        question.put("level", place[0]);
        if (!place[1].isEmpty()) {
            question.put("unit", place[1]);
        }
        question.put("from", from.toString());
        question.put("to", from.plusDays(random.nextInt(60)).toString());
        question.put(
                "definition",
                List.of("all", "OT-1", "OT-2", "OT-4", "OT-5", "OT-6").get(random.nextInt(6)));
        question.put("view", random.nextBoolean() ? "AS_WAS" : "TODAY");
        question.put(
                "groupBy",
                List.of("unit", "agency", "sector", "procedure", "channel", "month")
                        .get(random.nextInt(6)));
        question.put("scope", random.nextInt(3) == 0 ? "OWN" : "SUBTREE");
        question.put("by", random.nextInt(3) == 0 ? "RECEIVING" : "COMPETENT");
        if (random.nextBoolean()) {
            long lived = ChronoUnit.DAYS.between(
                    BEGINNING, WorkingCalendar.local(clock.instant()).toLocalDate());
            question.put("asOf", BEGINNING.plusDays(random.nextLong(lived + 1)).toString());
        }
        return question;
    }

    private static Map<String, Object> answer(Map<String, Object> question) {
        return new TreeMap<>(CanonicalJson.read(ask(question).is(200).text()));
    }

    /** Some questions are too large. */
    private static Api.Reply ask(Map<String, Object> question) {
        String query = question.entrySet().stream()
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.get(api.token("auditor"), "/api/v1/on-time-rates?" + query);
    }

    private static Map<String, Object> recompute(Map<String, Object> question, Map<String, Object> answer, String log) {
        return Recomputation.answer(
                RecomputeQuestion.of(
                        question,
                        Optional.of(OffsetDateTime.parse(String.valueOf(answer.get("asOf")))
                                .toInstant())),
                ExportedLog.of(new BufferedReader(new StringReader(log))));
    }

    private static void recompute(String log) {
        Recomputation.answer(
                RecomputeQuestion.of(
                        Map.of("level", "NATION", "from", "2026-08-01", "to", "2026-08-31", "asOf", "2026-12-31"),
                        Optional.empty()),
                ExportedLog.of(new BufferedReader(new StringReader(log))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object value) {
        return new TreeMap<>((Map<String, Object>) value);
    }

    private static long number(String query) {
        try (Connection owner = database.owner();
                var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
