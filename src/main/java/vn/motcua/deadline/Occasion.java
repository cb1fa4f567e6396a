package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingTime;

/**
 * Why a day is not what its weekday says: the calendar's entry for it, or else the agency's own closure.
 *
 * @param name as people know it
 * @param source the decree or decision behind it
 */
public record Occasion(String name, String source) {

    static Optional<Occasion> of(LocalDate day, WorkingTime time) {
        return Stream.concat(
                        time.calendar().special(day).stream()
                                .map(special -> new Occasion(special.reason(), special.source())),
                        time.timetable().closureOn(day).stream()
                                .map(closure -> new Occasion(closure.reason(), closure.source())))
                .findFirst();
    }

    /** Why a working day closes before its ordinary closing. */
    static Optional<Occasion> ofEarlyClosing(long day, WorkingTime time) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return time.timetable().closures().stream()
                .filter(closure -> closure.from().isBefore(WorkingTime.dateTime(time.ordinaryClosing(day)))
                        && closure.to().isAfter(WorkingTime.dateTime(time.closing(day))))
                .findFirst()
                .map(closure -> new Occasion(closure.reason(), closure.source()))
                .or(() -> of(date, time));
    }
}
