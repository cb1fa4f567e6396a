package vn.motcua.calendar;

import java.util.stream.Stream;

/** How much memory a calendar takes without its working times: what each entry takes was measured, its words are counted. */
final class CalendarSize {

    private static final long DAY = 170;
    private static final long AGENCY = 300;
    private static final long HOURS = 1600;
    private static final long CLOSURE = 260;

    private CalendarSize() {}

    /** In bytes; words of which many entries share one text count each time. */
    static long of(WorkingCalendar calendar) {
        long days = Stream.concat(calendar.specialDays().stream(), calendar.proposedDays().stream())
                .mapToLong(day -> DAY + words(day.reason(), day.source()))
                .sum();
        return days
                + of(calendar.everywhere())
                + calendar.agencies().values().stream()
                        .mapToLong(CalendarSize::of)
                        .sum();
    }

    private static long of(AgencyTimes times) {
        return AGENCY
                + HOURS * (times.hours().size() + times.reception().size())
                + times.closures().stream()
                        .mapToLong(closure -> CLOSURE + words(closure.reason(), closure.source()))
                        .sum();
    }

    /** Vietnamese takes two bytes a character. */
    private static long words(String reason, String source) {
        return 2L * (reason.length() + source.length());
    }
}
