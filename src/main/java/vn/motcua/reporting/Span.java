package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.reporting.Definition.Against;
import vn.motcua.reporting.Definition.Precision;

/**
 * A span of days in which dossiers are judged one by one.
 *
 * @param before the day before it
 * @param last its last day
 * @param judged when the last day is not over: the moment that counts
 */
record Span(LocalDate before, LocalDate last, Optional<Instant> judged) {

    /** What a received or carried over dossier is at the end of a span. */
    enum Standing {
        EARLY,
        ON_TIME,
        OVERDUE,
        WITHDRAWN,
        WITHDRAWN_OVERDUE,
        STOPPED,
        STOPPED_OVERDUE,
        RESOLVED_WITHOUT_DUE,
        PENDING_IN_TIME,
        PENDING_OVERDUE,
        PENDING_NOT_STARTED,
        PENDING_WITHOUT_DUE
    }

    /** How the desk answered a filing by the end of a span. */
    enum Answer {
        ACCEPTED_IN_TIME,
        ACCEPTED_LATE,
        REFUSED_IN_TIME,
        REFUSED_LATE,
        PENDING_IN_TIME,
        PENDING_LATE
    }

    /** How a dossier came into a span. */
    enum Arrival {
        NEW,
        CARRIED_OVER,
        ABSENT
    }

    boolean concerns(Course course) {
        return received(course) != Arrival.ABSENT || filed(course) != Arrival.ABSENT;
    }

    Arrival received(Course course) {
        return arrival(course.acceptedAt(), course.endedAt());
    }

    Arrival filed(Course course) {
        return arrival(course.filedAt(), course.answeredAt());
    }

    /** New when it came in the span, carried over when it came before and was still there when the span began. */
    private Arrival arrival(Optional<Instant> came, Optional<Instant> went) {
        if (!isBy(came, last) || isBy(went, before)) {
            return Arrival.ABSENT;
        }
        return isBy(came, before) ? Arrival.CARRIED_OVER : Arrival.NEW;
    }

    /** Of a dossier that is there. */
    Standing standing(Course course, Precision precision, Against against) {
        Optional<Instant> due = switch (against) {
            case DUE -> course.dueAt();
            case FIRST_PROMISE -> course.firstPromisedAt();
        };
        return isBy(course.endedAt(), last)
                ? ended(course, course.endedAt().orElseThrow(), due, precision)
                : pending(course, due, precision);
    }

    private static Standing ended(Course course, Instant at, Optional<Instant> due, Precision precision) {
        boolean isLate = due.filter(moment -> isAfter(at, moment, precision)).isPresent();
        return switch (course.ending()) {
            case WITHDRAWN -> isLate ? Standing.WITHDRAWN_OVERDUE : Standing.WITHDRAWN;
            case STOPPED -> isLate ? Standing.STOPPED_OVERDUE : Standing.STOPPED;
            case COMPLETED -> {
                if (due.isEmpty()) {
                    yield Standing.RESOLVED_WITHOUT_DUE;
                }
                if (isLate) {
                    yield Standing.OVERDUE;
                }
                yield Course.day(at).isBefore(Course.day(due.get())) ? Standing.EARLY : Standing.ON_TIME;
            }
        };
    }

    private Standing pending(Course course, Optional<Instant> due, Precision precision) {
        if (!isBy(course.startedAt(), last)) {
            return Standing.PENDING_NOT_STARTED;
        }
        if (due.isEmpty()) {
            return Standing.PENDING_WITHOUT_DUE;
        }
        return hasPassed(due.get(), precision) ? Standing.PENDING_OVERDUE : Standing.PENDING_IN_TIME;
    }

    /** Of a filing that is there; the answer is always judged by moment. */
    Answer answer(Course course) {
        Optional<Instant> due = course.answerDueAt();
        if (!isBy(course.answeredAt(), last)) {
            boolean late =
                    due.filter(moment -> hasPassed(moment, Precision.MOMENT)).isPresent();
            return late ? Answer.PENDING_LATE : Answer.PENDING_IN_TIME;
        }
        Instant answered = course.answeredAt().orElseThrow();
        boolean late = due.filter(answered::isAfter).isPresent();
        if (course.isRefused()) {
            return late ? Answer.REFUSED_LATE : Answer.REFUSED_IN_TIME;
        }
        return late ? Answer.ACCEPTED_LATE : Answer.ACCEPTED_IN_TIME;
    }

    private static boolean isAfter(Instant at, Instant due, Precision precision) {
        return switch (precision) {
            case DAY -> Course.day(at).isAfter(Course.day(due));
            case MOMENT -> at.isAfter(due);
        };
    }

    /** What is due on the last day can still end on it by day; by moment it cannot once the moment has passed. */
    private boolean hasPassed(Instant due, Precision precision) {
        LocalDate dueOn = Course.day(due);
        if (dueOn.equals(last) && precision == Precision.MOMENT) {
            return judged.map(due::isBefore).orElse(true);
        }
        return dueOn.isBefore(last);
    }

    private static boolean isBy(Optional<Instant> moment, LocalDate day) {
        return moment.map(Course::day).filter(on -> !on.isAfter(day)).isPresent();
    }
}
