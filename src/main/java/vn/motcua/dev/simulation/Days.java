package vn.motcua.dev.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.people.Chance;
import vn.motcua.platform.StartRefused;
import vn.motcua.procedure.Channel;

/**
 * How filings spread over days and hours: Mondays are full, desks peak from 8 to 10 and from 14 to 16, online goes on in the
 * evening and at weekends, and after Tết comes twice as much.
 */
final class Days {

    private static final double[] WEEKDAYS = {1.25, 1.05, 1.0, 0.95, 0.9, 0.5, 0.5};
    private static final double WEEKEND_ONLINE = 0.2;
    private static final double AFTER_TET = 2.2;
    private static final int TET = 7;
    private static final int DAYS_AFTER_TET = 14;
    private static final double[] DESK_HOURS = {
        0, 0, 0, 0, 0, 0, 0, 0.6, 1.6, 1.8, 1.3, 0.3, 0, 0.5, 1.5, 1.4, 0.9, 0, 0, 0, 0, 0, 0, 0
    };
    private static final double[] ONLINE_HOURS = {
        0.05, 0.02, 0.01, 0.01, 0.02, 0.1, 0.3, 0.8, 1.6, 1.8, 1.4, 0.8, 0.6, 0.8, 1.5, 1.5, 1.1, 0.7, 0.4, 0.5, 0.6,
        0.5, 0.3, 0.1
    };

    private final LocalDate from;
    private final double[] desk;
    private final double[] online;

    /**
     * The days of a span.
     *
     * @param to the last day, inclusive
     * @throws StartRefused when the working calendar does not know the whole span
     */
    Days(WorkingCalendar calendar, LocalDate from, LocalDate to) {
        requireKnown(calendar, from, to);
        this.from = from;
        int count = (int) ChronoUnit.DAYS.between(from, to) + 1;
        this.desk = new double[count + 1];
        this.online = new double[count + 1];
        int off = 0;
        int sinceTet = DAYS_AFTER_TET;
        for (int at = 0; at < count; at++) {
            LocalDate day = from.plusDays(at);
            boolean worked = calendar.isWorkingDay(day);
            sinceTet = worked && off >= TET ? 0 : sinceTet + 1;
            off = worked ? 0 : off + 1;
            double weight = WEEKDAYS[day.getDayOfWeek().getValue() - 1] * (sinceTet < DAYS_AFTER_TET ? AFTER_TET : 1);
            desk[at + 1] = desk[at] + (worked ? weight : 0);
            online[at + 1] = online[at] + (worked ? weight : WEEKEND_ONLINE);
        }
    }

    /**
     * Judges a span before anything is done for it.
     *
     * @throws StartRefused when the working calendar does not know the whole span
     */
    static void requireKnown(WorkingCalendar calendar, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || !calendar.knows(from) || !calendar.knows(to)) {
            throw new StartRefused(
                    "The days from " + from + " to " + to + " do not lie in the working calendar, which knows "
                            + calendar.knownFrom() + " to " + calendar.knownUntil());
        }
    }

    /** What comes in from one day to another, both inclusive, in working days of usual size; days outside count nothing. */
    double weight(LocalDate first, LocalDate last) {
        return Math.max(0, desk[index(last) + 1] - desk[index(first)]);
    }

    /** The day before the span and the day after are the nearest days of it. */
    private int index(LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(from, day), 0, desk.length - 2);
    }

    /** When one comes in, between two days of the span, both inclusive. */
    Instant drawn(Channel channel, LocalDate first, LocalDate last, Chance chance) {
        double[] sums = channel == Channel.ONLINE ? online : desk;
        int low = index(first);
        int high = index(last) + 1;
        double ticket = sums[low] + chance.share() * (sums[high] - sums[low]);
        int found = Arrays.binarySearch(sums, low, high + 1, ticket);
        int day = Math.min(found >= 0 ? found : -found - 2, high - 1);
        LocalTime time = time(channel == Channel.ONLINE ? ONLINE_HOURS : DESK_HOURS, channel, chance);
        return WorkingCalendar.instant(from.plusDays(day).atTime(time));
    }

    private static LocalTime time(double[] hours, Channel channel, Chance chance) {
        double ticket = chance.share() * Arrays.stream(hours).sum();
        int hour = 0;
        while (ticket >= hours[hour]) {
            ticket -= hours[hour++];
        }
        int minute = chance.below(60);
        int second = chance.below(60);
        boolean noon = channel != Channel.ONLINE && (hour == 11 || hour == 13);
        return LocalTime.of(hour, noon ? minute / 2 + (hour == 13 ? 30 : 0) : minute, second);
    }
}
