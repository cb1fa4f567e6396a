package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The days the administration works. Decreed year by year, so it is data: outside its known span it knows nothing, and
 * says so by {@link DayKind#UNKNOWN} or an empty result instead of guessing.
 *
 * <p>How much an agency works in that span is its {@link WorkingTime}.
 */
public final class WorkingCalendar {

    /** The one zone in which an instant becomes a day. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final int version;
    private final LocalDate knownFrom;
    private final LocalDate knownUntil;
    private final Instant begins;
    private final Instant ends;
    private final Map<LocalDate, SpecialDay> special;
    private final Map<LocalDate, SpecialDay> proposed;
    private final Map<Integer, AgencyTimes> agencies;
    private final Map<Timetable, WorkingTime> times = new ConcurrentHashMap<>();

    /** Without proposals, and without an agency that has times of its own. */
    public WorkingCalendar(int version, LocalDate knownFrom, LocalDate knownUntil, List<SpecialDay> special) {
        this(version, knownFrom, knownUntil, special, List.of(), Map.of());
    }

    /**
     * A version as a whole.
     *
     * @param special days that are not what their weekday says, expected ones included
     * @param proposed days that somebody wants to be so: they mark what they would move, and move nothing
     * @param agencies what an agency has of its own, by its id
     */
    public WorkingCalendar(
            int version,
            LocalDate knownFrom,
            LocalDate knownUntil,
            List<SpecialDay> special,
            List<SpecialDay> proposed,
            Map<Integer, AgencyTimes> agencies) {
        if (knownUntil.isBefore(knownFrom)) {
            throw new IllegalArgumentException("A calendar that ends before it begins");
        }
        this.version = version;
        this.knownFrom = knownFrom;
        this.knownUntil = knownUntil;
        this.begins = instant(knownFrom.atStartOfDay());
        this.ends = instant(knownUntil.plusDays(1).atStartOfDay());
        this.special = byDay(special);
        this.proposed = byDay(proposed);
        this.agencies = Map.copyOf(agencies);
    }

    private static Map<LocalDate, SpecialDay> byDay(List<SpecialDay> days) {
        return days.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, UnaryOperator.identity()));
    }

    /** The moment on the clocks of Viet Nam. */
    public static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    public static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    public int version() {
        return version;
    }

    /** The first known day. */
    public LocalDate knownFrom() {
        return knownFrom;
    }

    /** The last known day. */
    public LocalDate knownUntil() {
        return knownUntil;
    }

    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }

    /** Every day that is not what its weekday says, in order. */
    public List<SpecialDay> specialDays() {
        return inOrder(special);
    }

    /** What is proposed of a day and does not count. */
    public Optional<SpecialDay> proposed(LocalDate day) {
        return Optional.ofNullable(proposed.get(day));
    }

    /** Every proposed day, in order. */
    public List<SpecialDay> proposedDays() {
        return inOrder(proposed);
    }

    private static List<SpecialDay> inOrder(Map<LocalDate, SpecialDay> days) {
        return days.values().stream()
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
    }

    /** What agencies have of their own, by their id. */
    public Map<Integer, AgencyTimes> agencies() {
        return agencies;
    }

    /** What an agency has of its own. */
    public AgencyTimes times(int agency) {
        return agencies.getOrDefault(agency, AgencyTimes.NONE);
    }

    /**
     * The working time of an agency, with its own hours and closures.
     *
     * @param usual its hours before the first that it has of its own
     */
    public WorkingTime time(int agency, OfficeHours usual) {
        return time(times(agency).timetable(usual));
    }

    /** The working time of an agency with a timetable; agencies with the same one share it. */
    public WorkingTime time(Timetable timetable) {
        return times.computeIfAbsent(timetable, hours -> new WorkingTime(this, hours));
    }

    /** The working time of an agency with the same hours always. */
    public WorkingTime time(OfficeHours hours) {
        return time(Timetable.of(hours));
    }

    public boolean beginsAfter(Instant moment) {
        return moment.isBefore(begins);
    }

    public boolean endsBefore(Instant moment) {
        return !moment.isBefore(ends);
    }

    public boolean knows(LocalDate day) {
        return !day.isBefore(knownFrom) && !day.isAfter(knownUntil);
    }

    public DayKind kindOf(LocalDate day) {
        if (!knows(day)) {
            return DayKind.UNKNOWN;
        }
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        boolean worked = special(day).map(SpecialDay::isWorkedAtAll).orElse(!weekend);
        if (weekend) {
            return worked ? DayKind.WORKED_WEEKEND : DayKind.WEEKEND;
        }
        return worked ? DayKind.WORKING_DAY : DayKind.DAY_OFF;
    }

    /** True only for a day known to be worked; ask {@link #knows} where the span matters. */
    public boolean isWorkingDay(LocalDate day) {
        return kindOf(day).isWorked();
    }
}
