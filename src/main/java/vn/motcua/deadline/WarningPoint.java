package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.calendar.WorkingTime;

/** When somebody is warned that a clock runs out. */
public sealed interface WarningPoint {

    /** Its name in the log, kept for ever. */
    String code();

    /** Its moment on the way from a start to a due moment; empty where that way has no such point, or nobody knows it. */
    Optional<Instant> at(Instant startedAt, Instant dueAt, WorkingTime time);

    /** When a part of the working time between start and due moment is gone. */
    record Share(int percent) implements WarningPoint {

        private static final int WHOLE = 100;

        public Share {
            if (percent < 1 || percent >= WHOLE) {
                throw new IllegalArgumentException("A share lies between 1 and 99 percent, not at " + percent);
            }
        }

        @Override
        public String code() {
            return "PERCENT_" + percent;
        }

        @Override
        public Optional<Instant> at(Instant startedAt, Instant dueAt, WorkingTime time) {
            long from = time.workedBy(WorkingTime.local(startedAt));
            long whole = time.workedBy(WorkingTime.local(dueAt)) - from;
            long moment = time.whenWorked(from + whole / WHOLE * percent);
            return whole < WHOLE || moment == WorkingTime.UNKNOWN
                    ? Optional.empty()
                    : Optional.of(WorkingTime.instant(moment));
        }
    }

    /** At the same time of day so many working days before, at the latest when that day closes. */
    record WorkingDaysBefore(int days) implements WarningPoint {

        public WorkingDaysBefore {
            if (days < 1) {
                throw new IllegalArgumentException("At least one working day before, not " + days);
            }
        }

        @Override
        public String code() {
            return "WORKING_DAYS_BEFORE_" + days;
        }

        @Override
        public Optional<Instant> at(Instant startedAt, Instant dueAt, WorkingTime time) {
            long due = WorkingTime.local(dueAt);
            long dueDay = WorkingTime.dayOf(due);
            if (!time.knows(dueDay)) {
                return Optional.empty();
            }
            long day = time.workingDayAfter(dueDay, time.isWorkingDay(dueDay) ? -days : 1 - days);
            return day == WorkingTime.UNKNOWN
                    ? Optional.empty()
                    : Optional.of(WorkingTime.instant(Math.clamp(
                            WorkingTime.startOf(day) + due - WorkingTime.startOf(dueDay),
                            time.opening(day),
                            time.closing(day))));
        }
    }

    /** At the due moment itself. */
    record AtDue() implements WarningPoint {
        @Override
        public String code() {
            return "DUE";
        }

        @Override
        public Optional<Instant> at(Instant startedAt, Instant dueAt, WorkingTime time) {
            return Optional.of(dueAt);
        }
    }
}
