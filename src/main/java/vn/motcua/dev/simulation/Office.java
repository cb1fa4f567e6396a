package vn.motcua.dev.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.motcua.calendar.WorkingCalendar;

/** When somebody sits at a desk: the hours of most offices, on days that are worked. */
record Office(WorkingCalendar calendar) {

    private static final LocalTime OPENING = LocalTime.of(7, 0);
    private static final LocalTime NOON = LocalTime.of(11, 30);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final int FIRST_HALF_HOUR = 1800;
    private static final int LONGEST_HOLIDAY = 30;

    /** This moment, or soon after the desk opens next. */
    Instant from(Instant earliest) {
        LocalDateTime local = WorkingCalendar.local(earliest);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        int queue = Math.floorMod(earliest.getEpochSecond(), FIRST_HALF_HOUR);
        if (!calendar.isWorkingDay(day) || time.isAfter(CLOSING)) {
            return at(next(day), OPENING, queue);
        }
        if (time.isBefore(OPENING)) {
            return at(day, OPENING, queue);
        }
        boolean lunch = time.isAfter(NOON) && time.isBefore(AFTERNOON);
        return lunch ? at(day, AFTERNOON, queue) : earliest;
    }

    /** This moment, or one soon before the desk closed last; never before {@code floor}. */
    Instant until(Instant latest, Instant floor) {
        LocalDateTime local = WorkingCalendar.local(latest);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        boolean open = calendar.isWorkingDay(day) && !time.isBefore(OPENING);
        int queue = Math.floorMod(latest.getEpochSecond(), FIRST_HALF_HOUR);
        Instant found = latest;
        if (!open) {
            found = at(previous(day), CLOSING, -queue - 1);
        } else if (time.isAfter(CLOSING)) {
            found = at(day, CLOSING, -queue - 1);
        }
        return found.isBefore(floor) ? floor : found;
    }

    private LocalDate next(LocalDate day) {
        LocalDate at = day.plusDays(1);
        while (calendar.knows(at) && !calendar.isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    private LocalDate previous(LocalDate day) {
        LocalDate at = day.minusDays(1);
        for (int tried = 0; tried < LONGEST_HOLIDAY && !calendar.isWorkingDay(at); tried++) {
            at = at.minusDays(1);
        }
        return at;
    }

    private static Instant at(LocalDate day, LocalTime time, int seconds) {
        return WorkingCalendar.instant(day.atTime(time).plusSeconds(seconds));
    }
}
