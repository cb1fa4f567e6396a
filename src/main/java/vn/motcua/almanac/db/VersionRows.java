package vn.motcua.almanac.db;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.almanac.application.CalendarVersions.Entry;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarChange.Hours;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Standing;
import vn.motcua.calendar.WorkingCalendar;

/** The rows of a version, as JSON. */
record VersionRows(Entry entry, WorkingCalendar calendar) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WORKING = "working";
    private static final String RECEPTION = "reception";

    String version() {
        CalendarChange change = entry.change();
        Map<String, Object> row = new HashMap<>();
        row.put("version", calendar.version());
        change.agency().ifPresent(agency -> row.put("agency_id", agency));
        row.put("known_from", calendar.knownFrom());
        row.put("known_until", calendar.knownUntil());
        row.put("note", change.note());
        row.put("source", change.source());
        row.put("status", status(change.standing()));
        row.put("counts_from", change.countsFrom());
        row.put("reaches_back", entry.reachesBack());
        row.put("entered_by", entry.caller());
        row.put("entered_at", entry.moment());
        row.put("change", change);
        row.put("idempotency_key", entry.key());
        row.put("request", entry.request());
        return JSON.writeValueAsString(row);
    }

    private static String status(Standing standing) {
        return switch (standing) {
            case OFFICIAL -> "official";
            case EXPECTED -> "forecast";
            case PROPOSED -> "proposed";
        };
    }

    String days() {
        return json(Stream.concat(
                calendar.specialDays().stream()
                        .map(day -> day(day, day.forecast() ? Standing.EXPECTED : Standing.OFFICIAL)),
                calendar.proposedDays().stream().map(day -> day(day, Standing.PROPOSED))));
    }

    private static Map<String, Object> day(SpecialDay day, Standing standing) {
        return Map.of(
                "day",
                day.day(),
                "kind",
                day.worked() ? "work" : "off",
                "part",
                day.part().name().toLowerCase(Locale.ROOT),
                "reason",
                day.reason(),
                "source",
                day.source(),
                "status",
                status(standing));
    }

    String hoursBack() {
        return json(Stream.concat(
                back(WORKING, entry.change().takenBack().hours()),
                back(RECEPTION, entry.change().takenBack().reception())));
    }

    private static Stream<Map<String, Object>> back(String kind, List<LocalDate> since) {
        return since.stream().map(day -> Map.of("kind", kind, "since", day));
    }

    String hours() {
        return json(Stream.concat(
                hours(WORKING, entry.change().hours()),
                hours(RECEPTION, entry.change().reception())));
    }

    private Stream<Map<String, Object>> hours(String kind, List<Hours> said) {
        return said.stream()
                .map(hours -> Map.of(
                        "kind",
                        kind,
                        "since",
                        hours.since(),
                        "slots",
                        hours.slots(),
                        "weekdays",
                        hours.weekdays(),
                        "status",
                        status(entry.change().standing())));
    }

    String closuresBack() {
        TakenBack back = entry.change().takenBack();
        return json(Stream.concat(
                closuresBack(Closure.Kind.CLOSURE, back.closures()),
                closuresBack(Closure.Kind.OUTAGE, back.outages())));
    }

    private static Stream<Map<String, Object>> closuresBack(Closure.Kind kind, List<LocalDateTime> beginnings) {
        return beginnings.stream().map(from -> Map.of("kind", kind(kind), "starts_at", moment(from)));
    }

    private static String kind(Closure.Kind kind) {
        return switch (kind) {
            case CLOSURE -> "closure";
            case OUTAGE -> "outage";
        };
    }

    String closures() {
        CalendarChange change = entry.change();
        return json(change.closures().stream()
                .map(closing -> Map.of(
                        "kind",
                        kind(closing.kind()),
                        "starts_at",
                        moment(closing.from()),
                        "ends_at",
                        moment(closing.to()),
                        "reason",
                        closing.reason(),
                        "source",
                        change.source(),
                        "status",
                        status(change.standing()))));
    }

    private static String moment(LocalDateTime local) {
        return WorkingCalendar.instant(local).toString();
    }

    private static String json(Stream<Map<String, Object>> rows) {
        return JSON.writeValueAsString(rows.toList());
    }
}
