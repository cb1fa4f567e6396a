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
 */
public record Step(
        LocalDate date,
        Instant from,
        Instant to,
        long counted,
        Kind kind,
        Rule rule,
        Reason reason,
        Optional<Occasion> occasion) {

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
