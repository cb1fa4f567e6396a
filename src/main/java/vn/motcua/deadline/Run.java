package vn.motcua.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One run of the clock on Viet Nam's local time.
 *
 * @param end the day on which the term ends by itself; {@code due} is later when that is a day off
 */
record Run(LocalDateTime received, LocalDateTime from, LocalDate end, LocalDateTime due) {

    /** A run whose end is never moved. */
    static Run plain(LocalDateTime received, LocalDateTime from, LocalDateTime due) {
        return new Run(received, from, due.toLocalDate(), due);
    }

    LocalDate startDay() {
        return from.toLocalDate();
    }

    LocalDate dueDay() {
        return due.toLocalDate();
    }
}
