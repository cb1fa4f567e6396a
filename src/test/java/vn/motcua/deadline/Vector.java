package vn.motcua.deadline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** A row of the published tables: what is asked, and what the answer must be. */
public record Vector(
        String id,
        WorkingTime time,
        ClockHistory history,
        Term term,
        ClockPolicy policy,
        Optional<Instant> firstDue,
        String due,
        boolean dependsOnForecast,
        String why) {

    /** The tables, in the order of the index. */
    public static final List<String> TABLES = List.of(
            "starts",
            "worked-saturdays",
            "calendar-days",
            "pauses",
            "restarts",
            "stages",
            "calendar-versions",
            "peers");

    /** Every row of every table. */
    public static List<Vector> all() {
        return TABLES.stream().flatMap(table -> of(table).stream()).toList();
    }

    /** Every row of a table. */
    public static List<Vector> of(String table) {
        return rows(table).stream().map(Vector::of).toList();
    }

    static List<NamedCsvRecord> rows(String table) {
        try (InputStream in =
                        Objects.requireNonNull(Vector.class.getResourceAsStream("/vectors/" + table + ".csv"), table);
                var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vector of(NamedCsvRecord row) {
        return new Vector(
                row.getField("id"),
                VectorCalendar.time(row.getField("calendar"), row.getField("schedule")),
                new ClockHistory(
                        moment(row.getField("start")),
                        parts(row.getField("interruptions"), ";")
                                .map(Vector::interruption)
                                .toList(),
                        parts(row.getField("extension"), ";")
                                .map(Vector::extension)
                                .findFirst()),
                term(row.getField("term")),
                policy(row.getField("policy")),
                parts(row.getField("first_due"), ";").map(Vector::moment).findFirst(),
                row.getField("due"),
                row.getField("depends_on_forecast").equals("1"),
                row.getField("why"));
    }

    static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator)).filter(part -> !part.isEmpty());
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Interruption interruption(String text) {
        String[] words = text.split(" ");
        String[] ends = words[1].split("/", -1);
        return new Interruption(
                Interruption.Ground.valueOf(words[0]),
                DeadlineFixtures.at(ends[0]),
                parts(ends[1], ";").map(DeadlineFixtures::at).findFirst());
    }

    private static Extension extension(String text) {
        String[] ends = text.split("/");
        return new Extension(DeadlineFixtures.at(ends[0]), DeadlineFixtures.at(ends[1]), "1/XL");
    }

    private static Term term(String text) {
        if (text.contains(" + ")) {
            String[] stages = text.split(" \\+ ");
            return new Term.Composite(IntStream.range(0, stages.length)
                    .mapToObj(at -> new Term.Stage("stage " + (at + 1), term(stages[at])))
                    .toList());
        }
        String[] words = text.split(" ");
        return switch (words[words.length - 1]) {
            case "WORKING_DAY" -> new Term.WorkingDays(Integer.parseInt(words[0]));
            case "WORKING_HOUR" -> new Term.WorkingHours(Integer.parseInt(words[0]));
            case "CALENDAR_DAY" -> new Term.CalendarDays(Integer.parseInt(words[0]));
            case "CLOCK_HOUR" -> new Term.ClockHours(Integer.parseInt(words[0]));
            case "MONTH" -> new Term.Months(Integer.parseInt(words[0]));
            case "IMMEDIATE" -> new Term.Immediate();
            default -> new Term.SameDay(LocalTime.parse(words[1]));
        };
    }

    private static ClockPolicy policy(String text) {
        List<String> words = parts(text, " ").toList();
        return new ClockPolicy(
                ClockPolicy.StartEvent.ACCEPTED,
                effect(words, "supplement", Effect.RESTART),
                effect(words, "finance", Effect.RUN),
                1,
                Optional.empty(),
                ClockPolicy.Precision.DAY,
                words.contains("first-day=receipt") ? FirstDay.OF_RECEIPT : FirstDay.OF_OPENING,
                false);
    }

    private static Effect effect(List<String> words, String of, Effect usual) {
        return Stream.of(Effect.values())
                .filter(effect -> words.contains(of + "=" + effect.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElse(usual);
    }

    /** What the engine answers, in the words of the table. */
    public String answer() {
        Reckoning reckoned = Reckoning.of(history, term, policy, time);
        if (reckoned.standing().isPresent()) {
            return "STANDS";
        }
        return reckoned.deadline().map(Deadline::dueAt).map(Vector::text).orElseGet(this::outside);
    }

    private String outside() {
        return switch (Deadlines.due(history.startedAt(), term, policy.firstDay(), time)) {
            case OutsideCalendar(var side, var day) ->
                (side == OutsideCalendar.Side.BEFORE ? "CALENDAR_STARTS " : "CALENDAR_ENDS ") + day;
            case Computation.Due due ->
                "none, though alone it is due " + text(due.deadline().dueAt());
        };
    }

    /** A moment in the words of the table. */
    public static String text(Instant moment) {
        return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(vn.motcua.calendar.WorkingCalendar.ZONE).toOffsetDateTime());
    }
}
