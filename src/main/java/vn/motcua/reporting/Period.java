package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.calendar.WorkingCalendar;

/**
 * The days a question is about, both inclusive, and the moment it is asked.
 *
 * @param askedAt what is pending is judged at the end of {@code to}, or now when that is not over
 */
public record Period(LocalDate from, LocalDate to, Instant askedAt) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(askedAt, WorkingCalendar.ZONE);
    }

    /**
     * The last day that counts: nothing recorded after the question's own day is in the answer, though its snapshot may
     * already hold some just after midnight.
     */
    public LocalDate through() {
        return isOpen() ? today() : to;
    }

    /** True while the last day is not over. */
    public boolean isOpen() {
        return !to.isBefore(today());
    }

    /**
     * The first day whose due dossiers are not yet overdue as whole days. By day, one due on the last day can still end on
     * that day; by moment it cannot any more once the day is over.
     */
    public LocalDate overdueBefore(Definition definition) {
        if (isOpen()) {
            return today();
        }
        return switch (definition) {
            case OT_1 -> to;
            case OT_2 -> to.plusDays(1);
        };
    }

    /** True when dossiers due today before now count as overdue besides. */
    public boolean countsToday(Definition definition) {
        return switch (definition) {
            case OT_1 -> false;
            case OT_2 -> isOpen();
        };
    }
}
