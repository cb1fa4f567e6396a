package vn.motcua.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.motcua.calendar.WorkingTime;

/**
 * One run of the clock, in moments and days as {@link WorkingTime} has them.
 *
 * @param uncounted the day that does not count
 * @param end the day on which the term ends by itself; {@code due} is later when that is a day off
 */
record Run(long received, long from, long uncounted, long end, long due) {

    /** A run whose end is never moved. */
    static Run plain(long received, long from, long uncounted, long due) {
        return new Run(received, from, uncounted, WorkingTime.dayOf(due), due);
    }

    long receivedDay() {
        return WorkingTime.dayOf(received);
    }

    long dueDay() {
        return WorkingTime.dayOf(due);
    }

    static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }

    static LocalDateTime time(long local) {
        return WorkingTime.dateTime(local);
    }
}
