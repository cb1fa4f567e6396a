package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;

/**
 * One stretch of time on the way to the due moment.
 *
 * @param counted how much of the term it uses up, in the term's unit; whole minutes for hours
 * @param occasion why the day is not what its weekday says, where it is not
 * @param stage the name of the stage that it belongs to, where the term has stages
 */
public record Step(
        LocalDate date,
        Instant from,
        Instant to,
        long counted,
        Kind kind,
        Rule rule,
        Reason reason,
        Optional<Occasion> occasion,
        Optional<String> stage) {

    /** Of a term without stages. */
    public Step(
            LocalDate date,
            Instant from,
            Instant to,
            long counted,
            Kind kind,
            Rule rule,
            Reason reason,
            Optional<Occasion> occasion) {
        this(date, from, to, counted, kind, rule, reason, occasion, Optional.empty());
    }

    public enum Kind {
        WORKED,
        LUNCH,
        WEEKEND,
        HOLIDAY,
        WORKED_SATURDAY,
        PAUSE,
        START_DAY,
        END_MOVED
    }

    /** The same step, of a stage; of none when the name is empty. */
    Step in(String name) {
        return name.isEmpty()
                ? this
                : new Step(date, from, to, counted, kind, rule, reason, occasion, Optional.of(name));
    }

    /** A step that uses up nothing of the term. */
    static Step aside(Kind kind, Rule rule, Reason reason, Instant from, Instant to) {
        return new Step(WorkingCalendar.local(from).toLocalDate(), from, to, 0, kind, rule, reason, Optional.empty());
    }

    /** The only step of a term that runs by the wall clock, wherever the calendar begins or ends. */
    static Step byTheWallClock(Deadline deadline, int hours) {
        return new Step(
                WorkingCalendar.local(deadline.countedFrom()).toLocalDate(),
                deadline.countedFrom(),
                deadline.dueAt(),
                hours * 60L,
                Kind.WORKED,
                Rule.CLOCK_HOURS,
                Reason.CLOCK_RUNS,
                Optional.empty());
    }

    /** The law behind the reason and the decree behind the day. */
    public Optional<String> source() {
        String sources = Stream.concat(reason.law().stream(), occasion.map(Occasion::source).stream())
                .collect(Collectors.joining("; "));
        return sources.isEmpty() ? Optional.empty() : Optional.of(sources);
    }

    public String because(Language language) {
        String day = occasion.map(Occasion::name).map(name -> " (" + name + ")").orElse("");
        return switch (language) {
            case VIETNAMESE -> reason.vietnamese() + day + ".";
            case ENGLISH -> reason.english() + day + ".";
        };
    }
}
