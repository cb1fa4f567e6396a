package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days the administration works. Decreed year by year, so it is data: outside its known span it knows nothing, and
 * says so by {@link DayKind#UNKNOWN} or an empty result instead of guessing.
 *
 * <p>How much an agency works in that span is its {@link WorkingTime}.
 */
public final class WorkingCalendar {

    /** The one zone in which an instant becomes a day. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What its working times may take where nobody says otherwise: a hundred of them, over eight years. */
    static final long USUAL_TIMES = 16L << 20;

    private final int version;
    private final LocalDate knownFrom;
    private final LocalDate knownUntil;
    private final Instant begins;
    private final Instant ends;
    private final Map<LocalDate, SpecialDay> special;
    private final Map<LocalDate, SpecialDay> proposed;
    private final Map<Integer, AgencyTimes> agencies;
    private final AgencyTimes everywhere;
    private final Map<Integer, Closures> closures;
    private final Map<Integer, Closures> outages;
    private final Closures outagesEverywhere;
    private final WorkingTimes times;

    /** Without proposals, and without an agency that has times of its own. */
    public WorkingCalendar(int version, LocalDate knownFrom, LocalDate knownUntil, List<SpecialDay> special) {
        this(version, knownFrom, knownUntil, special, List.of(), Map.of());
    }

    /** Without an outage of all. */
    public WorkingCalendar(
            int version,
            LocalDate knownFrom,
            LocalDate knownUntil,
            List<SpecialDay> special,
            List<SpecialDay> proposed,
            Map<Integer, AgencyTimes> agencies) {
        this(version, knownFrom, knownUntil, special, proposed, agencies, AgencyTimes.NONE, USUAL_TIMES);
    }

    /**
     * A version as a whole.
     *
     * @param special days that are not what their weekday says, expected ones included
     * @param proposed days that somebody wants to be so: they mark what they would move, and move nothing
     * @param agencies what an agency has of its own, by its id
     * @param everywhere the outages of all agencies
     * @param timesAtMost how many bytes of working times it keeps; one is always kept
     */
    public WorkingCalendar(
            int version,
            LocalDate knownFrom,
            LocalDate knownUntil,
            List<SpecialDay> special,
            List<SpecialDay> proposed,
            Map<Integer, AgencyTimes> agencies,
            AgencyTimes everywhere,
            long timesAtMost) {
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
        this.everywhere = everywhere;
        this.closures = closures(own -> own.closed());
        this.outages = closures(own -> own.outages().findAny().isEmpty()
                ? Stream.empty()
                : Stream.concat(own.outages(), everywhere.outages()));
        this.outagesEverywhere = Closures.of(everywhere.outages());
        this.times = new WorkingTimes(timesAtMost);
    }

    /** Of agencies that have any. */
    private Map<Integer, Closures> closures(Function<AgencyTimes, Stream<Closure>> which) {
        Map<Integer, Closures> found = new HashMap<>();
        agencies.forEach((agency, own) -> {
            Closures all = Closures.of(which.apply(own));
            if (!all.isNone()) {
                found.put(agency, all);
            }
        });
        return Map.copyOf(found);
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

    /** The outages of all agencies. */
    public AgencyTimes everywhere() {
        return everywhere;
    }

    /** When an agency alone does not work. */
    public Closures closures(int agency) {
        return closures.getOrDefault(agency, Closures.NONE);
    }

    /** When the system is out of order for an agency, alone or with all others. */
    public Closures outages(int agency) {
        return outages.getOrDefault(agency, outagesEverywhere);
    }

    /** How much memory it may come to take with its working times; roughly, and rather more than less. */
    public long bytes() {
        return CalendarSize.of(this) + times.most();
    }

    /** How much its working times take now. */
    long bytesOfTimes() {
        return times.bytes();
    }

    /** The working time of an agency as it would be without its closures: the same one for many agencies. */
    public WorkingTime openTime(int agency, OfficeHours usual) {
        return time(new Timetable(usual, times(agency).hours(), List.of()));
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
        return times.of(this, timetable);
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
