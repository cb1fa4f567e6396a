package vn.motcua.calendar.db;

import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.Sql;

/** Reads a version whole: its days, and what agencies had of their own in it. */
final class CalendarReader {

    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");

    /** No agency has this id. */
    private static final int NOBODY = 0;

    private final Database database;

    CalendarReader(Database database) {
        this.database = database;
    }

    private record Version(int number, LocalDate from, LocalDate until) {}

    /** A day that counts or is proposed. */
    private record Day(SpecialDay special, boolean proposed) {}

    /** A closure or outage and whose it is: nobody's, where it is of all. */
    private record Closed(int agency, Closure closure) {

        String kind() {
            return closure.kind().name().toLowerCase(Locale.ROOT);
        }

        Instant from() {
            return WorkingCalendar.instant(closure.from());
        }
    }

    /** @param timesAtMost how many bytes of working times it keeps */
    Mono<WorkingCalendar> newest(long timesAtMost) {
        return database.read(Sql.of("""
            SELECT version, known_from, known_until
              FROM calendar_version
             ORDER BY version DESC
             LIMIT 1
            """), CalendarReader::version)
                .map(List::getFirst)
                .flatMap(version -> whole(version, timesAtMost));
    }

    /**
     * Empty when there is none of the number.
     *
     * @param timesAtMost how many bytes of working times it keeps
     */
    Mono<WorkingCalendar> version(int number, long timesAtMost) {
        return database.read(Sql.of("""
            SELECT version, known_from, known_until
              FROM calendar_version
             WHERE version = :number
            """).bind("number", number), CalendarReader::version)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .flatMap(version -> whole(version, timesAtMost));
    }

    private Mono<WorkingCalendar> whole(Version version, long timesAtMost) {
        return Kept.<Day>all(last -> daysAfter(last, version))
                .flatMap(days -> agencies(version)
                        .map(agencies -> new WorkingCalendar(
                                version.number(),
                                version.from(),
                                version.until(),
                                days(days, false),
                                days(days, true),
                                ofAgencies(agencies),
                                agencies.getOrDefault(NOBODY, AgencyTimes.NONE),
                                timesAtMost)));
    }

    private static Map<Integer, AgencyTimes> ofAgencies(Map<Integer, AgencyTimes> all) {
        return all.entrySet().stream()
                .filter(one -> one.getKey() != NOBODY)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<SpecialDay> days(List<Day> days, boolean proposed) {
        return days.stream()
                .filter(day -> day.proposed() == proposed)
                .map(Day::special)
                .toList();
    }

    private Mono<Map<Integer, AgencyTimes>> agencies(Version version) {
        return Kept.<HoursRow>all(last -> hoursAfter(last, version))
                .flatMap(hours -> Kept.<Closed>all(last -> closuresAfter(last, version))
                        .map(closures -> agencies(hours, closures)));
    }

    private static Map<Integer, AgencyTimes> agencies(List<HoursRow> hours, List<Closed> closures) {
        Map<Integer, AgencyTimes> agencies = new HashMap<>();
        hours.forEach(row -> agencies.merge(row.agency(), row.times(), AgencyTimes::and));
        closures.forEach(row -> agencies.merge(
                row.agency(), new AgencyTimes(List.of(), List.of(), List.of(row.closure())), AgencyTimes::and));
        return agencies;
    }

    private Mono<List<Day>> daysAfter(Optional<Day> last, Version version) {
        return database.read(
                Sql.of("""
                    SELECT day, kind, part, reason, source, status
                      FROM calendar_day
                     WHERE version = :version
                       AND day > :last
                     ORDER BY day
                     LIMIT :page
                    """)
                        .bind("version", version.number())
                        .bind(
                                "last",
                                last.map(day -> day.special().day())
                                        .orElse(version.from().minusDays(1)))
                        .bind("page", Kept.PAGE),
                CalendarReader::day);
    }

    private Mono<List<HoursRow>> hoursAfter(Optional<HoursRow> last, Version version) {
        return database.read(
                Sql.of("""
                    SELECT agency_id, kind, since, CAST(slots AS text) AS slots, CAST(weekdays AS text) AS weekdays,
                           status
                      FROM calendar_hours
                     WHERE brought_by <= :version
                       AND (taken_back_by IS NULL OR taken_back_by > :version)
                       AND (agency_id, kind, since) > (:agency, :kind, :since)
                     ORDER BY agency_id, kind, since
                     LIMIT :page
                    """)
                        .bind("version", version.number())
                        .bind("agency", last.map(HoursRow::agency).orElse(-1))
                        .bind("kind", last.map(HoursRow::kind).orElse(""))
                        .bind("since", last.map(HoursRow::since).orElse(LocalDate.EPOCH))
                        .bind("page", Kept.PAGE),
                HoursRow::of);
    }

    private Mono<List<Closed>> closuresAfter(Optional<Closed> last, Version version) {
        return database.read(
                Sql.of("""
                    SELECT coalesce(agency_id, 0) AS agency_id, kind, starts_at, ends_at, reason, source, status
                      FROM calendar_closure
                     WHERE brought_by <= :version
                       AND (taken_back_by IS NULL OR taken_back_by > :version)
                       AND (coalesce(agency_id, 0), starts_at, kind) > (:agency, :starts, :kind)
                     ORDER BY coalesce(agency_id, 0), starts_at, kind
                     LIMIT :page
                    """)
                        .bind("version", version.number())
                        .bind("agency", last.map(Closed::agency).orElse(-1))
                        .bind("starts", last.map(Closed::from).orElse(BEFORE_ALL))
                        .bind("kind", last.map(Closed::kind).orElse(""))
                        .bind("page", Kept.PAGE),
                CalendarReader::closed);
    }

    private static Version version(Readable row) {
        return new Version(
                required(row, "version", Integer.class),
                required(row, "known_from", LocalDate.class),
                required(row, "known_until", LocalDate.class));
    }

    private static Day day(Readable row) {
        String status = required(row, "status", String.class);
        return new Day(
                new SpecialDay(
                        required(row, "day", LocalDate.class),
                        required(row, "kind", String.class).equals("work"),
                        SpecialDay.Part.valueOf(
                                required(row, "part", String.class).toUpperCase(Locale.ROOT)),
                        required(row, "reason", String.class),
                        required(row, "source", String.class),
                        !status.equals("official")),
                status.equals("proposed"));
    }

    private static Closed closed(Readable row) {
        return new Closed(
                required(row, "agency_id", Integer.class),
                new Closure(
                        Closure.Kind.valueOf(required(row, "kind", String.class).toUpperCase(Locale.ROOT)),
                        WorkingCalendar.local(required(row, "starts_at", Instant.class)),
                        WorkingCalendar.local(required(row, "ends_at", Instant.class)),
                        required(row, "reason", String.class),
                        required(row, "source", String.class),
                        required(row, "status", String.class).equals("forecast")));
    }
}
