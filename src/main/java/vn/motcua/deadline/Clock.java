package vn.motcua.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/** The arithmetic of the rules on Viet Nam's local time. Empty where the calendar would have to know a later day. */
record Clock(WorkingCalendar calendar, OfficeHours hours) {

    /** The receipt lies in the known span, except for clock hours, which ask no calendar. */
    Optional<Run> run(LocalDateTime received, Term term) {
        return countedFrom(received, term).flatMap(from -> run(received, from, term));
    }

    private Optional<LocalDateTime> countedFrom(LocalDateTime received, Term term) {
        if (term instanceof Term.ClockHours) {
            return Optional.of(received);
        }
        LocalDate day = received.toLocalDate();
        LocalTime time = received.toLocalTime();
        if (!calendar.isWorkingDay(day) || time.isAfter(hours.closing())) {
            return calendar.workingDayAfter(day, 1).map(next -> next.atTime(hours.opening()));
        }
        return Optional.of(time.isBefore(hours.opening()) ? day.atTime(hours.opening()) : received);
    }

    private Optional<Run> run(LocalDateTime received, LocalDateTime from, Term term) {
        LocalDate day = from.toLocalDate();
        return switch (term) {
            case Term.WorkingDays(int n) ->
                calendar.workingDayAfter(day, n).map(end -> Run.plain(received, from, closing(end)));
            case Term.WorkingHours(int n) -> afterHours(from, n).map(end -> Run.plain(received, from, end));
            case Term.CalendarDays(int n) -> moved(received, from, day.plusDays(n));
            case Term.Months(int n) -> moved(received, from, day.plusMonths(n));
            case Term.SameDay(LocalTime cutOff) ->
                answerDay(received, from, cutOff).map(end -> Run.plain(received, from, closing(end)));
            case Term.Immediate() -> Optional.of(Run.plain(received, from, from));
            case Term.ClockHours(int n) -> Optional.of(Run.plain(received, from, from.plusHours(n)));
        };
    }

    /** Working time is one axis: so many whole days, and what is worked of the last one. */
    private Optional<LocalDateTime> afterHours(LocalDateTime from, int n) {
        long day = hours.nanosADay();
        long need = TimeUnit.HOURS.toNanos(n);
        if (need > day * calendar.workingDays()) {
            return Optional.empty();
        }
        long end = day * calendar.numberOf(from.toLocalDate()) + hours.nanosWorkedBy(from.toLocalTime()) + need;
        long number = (end - 1) / day;
        return calendar.workingDay(number).map(last -> last.atTime(hours.timeWhenWorked(end - number * day)));
    }

    private Optional<Run> moved(LocalDateTime received, LocalDateTime from, LocalDate end) {
        return calendar.sameOrNextWorkingDay(end).map(last -> new Run(received, from, end, closing(last)));
    }

    private Optional<LocalDate> answerDay(LocalDateTime received, LocalDateTime from, LocalTime cutOff) {
        LocalDate day = from.toLocalDate();
        boolean late =
                day.equals(received.toLocalDate()) && received.toLocalTime().isAfter(cutOff);
        return late ? calendar.workingDayAfter(day, 1) : Optional.of(day);
    }

    private LocalDateTime closing(LocalDate day) {
        return day.atTime(hours.closing());
    }
}
