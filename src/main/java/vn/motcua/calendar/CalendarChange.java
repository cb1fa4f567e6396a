package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a new version of the calendar says otherwise than the one before it. It may be wrong: {@link #faults} finds out, and
 * only what has none can be {@link #applied}.
 *
 * @param agency whose times change; empty for the days of the whole administration, and for outages of everybody's system
 * @param source the decree, notice or law that says so
 * @param standing of the whole; each day says its own
 * @param note what it is about, in Vietnamese
 * @param countsFrom the first day that it is about
 * @param knownUntil the new last known day, where it changes
 * @param hours working time since a day
 * @param reception when people are received since a day; never counted
 */
public record CalendarChange(
        Optional<Integer> agency,
        String source,
        Standing standing,
        String note,
        LocalDate countsFrom,
        Optional<LocalDate> knownUntil,
        List<Day> days,
        List<Hours> hours,
        List<Hours> reception,
        List<Closing> closures,
        TakenBack takenBack) {

    /** A day that becomes other than its weekday. */
    public record Day(LocalDate day, boolean worked, SpecialDay.Part part, String reason, Standing standing) {

        SpecialDay special(String source) {
            return new SpecialDay(day, worked, part, reason, source, standing != Standing.OFFICIAL);
        }
    }

    /**
     * The hours since a day.
     *
     * @param slots of every day that has none of its own; none for reception
     */
    public record Hours(LocalDate since, List<Span> slots, List<Weekday> weekdays) {
        public Hours {
            slots = List.copyOf(slots);
            weekdays = List.copyOf(weekdays);
        }
    }

    /** The slots of one day of the week. */
    public record Weekday(DayOfWeek weekday, List<Span> slots) {
        public Weekday {
            slots = List.copyOf(slots);
        }
    }

    /** A slot as it was said, perhaps empty or reversed. */
    public record Span(LocalTime from, LocalTime to) {}

    /** A closure or outage as it was said, perhaps reversed; local time of Viet Nam. */
    public record Closing(Closure.Kind kind, LocalDateTime from, LocalDateTime to, String reason) {

        /** Versions from before outages were told say no kind. */
        public Closing {
            kind = Objects.requireNonNullElse(kind, Closure.Kind.CLOSURE);
        }
    }

    /**
     * What shall count no more, by its day or beginning.
     *
     * @param days special or proposed
     */
    public record TakenBack(
            List<LocalDate> days,
            List<LocalDate> hours,
            List<LocalDate> reception,
            List<LocalDateTime> closures,
            List<LocalDateTime> outages) {

        public static final TakenBack NOTHING = new TakenBack(List.of(), List.of(), List.of(), List.of(), List.of());

        /** Versions from before outages were told take none back. */
        public TakenBack {
            outages = List.copyOf(Objects.requireNonNullElse(outages, List.<LocalDateTime>of()));
            days = List.copyOf(days);
            hours = List.copyOf(hours);
            reception = List.copyOf(reception);
            closures = List.copyOf(closures);
        }

        List<LocalDateTime> of(Closure.Kind kind) {
            return switch (kind) {
                case CLOSURE -> closures;
                case OUTAGE -> outages;
            };
        }

        boolean has(Closure closure) {
            return of(closure.kind()).contains(closure.from());
        }
    }

    public CalendarChange {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        reception = List.copyOf(reception);
        closures = List.copyOf(closures);
    }

    /** The same, about days from another one on. */
    public CalendarChange countingFrom(LocalDate day) {
        return new CalendarChange(
                agency, source, standing, note, day, knownUntil, days, hours, reception, closures, takenBack);
    }

    /** Everything that is wrong with it at once; none when it can be applied. */
    public List<CalendarFault> faults(WorkingCalendar state, LocalDate today) {
        return new ChangeCheck(this, state, today).faults();
    }

    /** Whether it is about days before the one on which it is entered. */
    public boolean reachesBack(LocalDate today) {
        return Stream.concat(Stream.of(countsFrom), touched()).anyMatch(day -> day.isBefore(today));
    }

    /** Every day that it speaks of; of hours and closures the first. */
    public Stream<LocalDate> touched() {
        return Stream.of(
                        days.stream().map(Day::day),
                        hours.stream().map(Hours::since),
                        reception.stream().map(Hours::since),
                        closures.stream().map(closure -> closure.from().toLocalDate()),
                        takenBack.days().stream(),
                        takenBack.hours().stream(),
                        takenBack.reception().stream(),
                        takenBack.closures().stream().map(LocalDateTime::toLocalDate),
                        takenBack.outages().stream().map(LocalDateTime::toLocalDate))
                .flatMap(days -> days);
    }

    /** The calendar as if this were its next version. */
    public WorkingCalendar applied(WorkingCalendar state) {
        return new ChangedCalendar(state, this).calendar();
    }
}
