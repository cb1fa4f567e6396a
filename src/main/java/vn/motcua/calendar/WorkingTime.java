package vn.motcua.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The working time of an agency over the known span of a calendar, as one axis: every slot in order, and how much is worked
 * before it. A due moment is found by position and not by a walk, and an explanation lists these slots.
 *
 * <p>Moments are nanoseconds of Viet Nam's local time since 1970-01-01, days are days since then. Working days are numbered
 * from 0 in order. Where an answer lies outside the known span it is {@link #UNKNOWN}.
 */
public final class WorkingTime {

    /** No moment, day or number: the calendar does not reach so far. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    /** Viet Nam's, without a change since 1975. */
    private static final long OFFSET = TimeUnit.HOURS.toNanos(7);

    private final WorkingCalendar calendar;
    private final Timetable timetable;
    private final long first;
    private final int[] slotsBefore;
    private final int[] workedBefore;
    private final int[] worked;
    private final int[] forecastBefore;
    private final long[] cutShort;
    private final long[] ordinaryClosings;
    private final long[] from;
    private final long[] to;
    private final long[] before;

    WorkingTime(WorkingCalendar calendar, Timetable timetable) {
        this.calendar = calendar;
        this.timetable = timetable;
        this.first = calendar.knownFrom().toEpochDay();
        LocalDate[] days = calendar.knownFrom()
                .datesUntil(calendar.knownUntil().plusDays(1))
                .toArray(LocalDate[]::new);
        List<List<OfficeHours.Slot>> slots =
                Arrays.stream(days).map(day -> timetable.slots(day, calendar)).toList();
        this.slotsBefore = sums(days.length, at -> slots.get(at).size());
        this.workedBefore = sums(days.length, at -> slots.get(at).isEmpty() ? 0 : 1);
        this.forecastBefore = sums(days.length, at -> isForecast(days[at]) ? 1 : 0);
        this.worked = IntStream.range(0, days.length)
                .filter(at -> !slots.get(at).isEmpty())
                .toArray();
        int count = slotsBefore[days.length];
        this.from = new long[count];
        this.to = new long[count];
        this.before = new long[count + 1];
        int at = 0;
        for (int day = 0; day < days.length; day++) {
            for (OfficeHours.Slot slot : slots.get(day)) {
                from[at] = (first + day) * DAY + slot.from().toNanoOfDay();
                to[at] = (first + day) * DAY + slot.to().toNanoOfDay();
                before[at + 1] = before[at] + to[at] - from[at];
                at++;
            }
        }
        this.cutShort = Arrays.stream(worked)
                .mapToLong(day -> first + day)
                .filter(day -> ordinarily(day) > closing(day))
                .toArray();
        this.ordinaryClosings = Arrays.stream(cutShort).map(this::ordinarily).toArray();
    }

    private long ordinarily(long day) {
        LocalTime last = ordinarySlots(day).getLast().to();
        return day * DAY + last.toNanoOfDay();
    }

    private List<OfficeHours.Slot> ordinarySlots(long day) {
        return timetable.ordinarySlots(LocalDate.ofEpochDay(day), calendar);
    }

    private boolean isForecast(LocalDate day) {
        return calendar.special(day).map(SpecialDay::forecast).orElse(false)
                || calendar.proposed(day).isPresent()
                || timetable.isForecast(day);
    }

    private interface Amount {
        int at(int day);
    }

    private static int[] sums(int days, Amount amount) {
        int[] sums = new int[days + 1];
        for (int day = 0; day < days; day++) {
            sums[day + 1] = sums[day] + amount.at(day);
        }
        return sums;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public Timetable timetable() {
        return timetable;
    }

    /** A moment of the known span, or near it. */
    public static long local(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano() + OFFSET;
    }

    public static Instant instant(long local) {
        long epoch = local - OFFSET;
        return Instant.ofEpochSecond(
                Math.floorDiv(epoch, TimeUnit.SECONDS.toNanos(1)), Math.floorMod(epoch, TimeUnit.SECONDS.toNanos(1)));
    }

    public static LocalDateTime dateTime(long local) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, TimeUnit.SECONDS.toNanos(1)),
                (int) Math.floorMod(local, TimeUnit.SECONDS.toNanos(1)),
                ZoneOffset.UTC);
    }

    public static long dayOf(long local) {
        return Math.floorDiv(local, DAY);
    }

    public static long startOf(long day) {
        return day * DAY;
    }

    public static LocalTime timeOf(long local) {
        return LocalTime.ofNanoOfDay(Math.floorMod(local, DAY));
    }

    public boolean knows(long day) {
        return day >= first && day - first < slotsBefore.length - 1;
    }

    /** True only for a known day on which the agency works at some time. */
    public boolean isWorkingDay(long day) {
        return knows(day) && slotsBefore[at(day) + 1] > slotsBefore[at(day)];
    }

    /** The beginning of a working day's first slot. */
    public long opening(long day) {
        return from[slotsBefore[at(day)]];
    }

    /** The end of a working day's last slot; who comes at that moment still comes on the day. */
    public long closing(long day) {
        return to[slotsBefore[at(day) + 1] - 1];
    }

    /**
     * When a working day ends for whatever ends with it: the end of the last slot that it would have without closures and half
     * days off (Civil Code 2015 article 148), never before {@link #closing}.
     */
    public long ordinaryClosing(long day) {
        int at = Arrays.binarySearch(cutShort, day);
        return at < 0 ? closing(day) : ordinaryClosings[at];
    }

    /** When the first of a working day's slots of which something is worked ends without closures. */
    public long ordinaryEndOfFirstSlot(long day) {
        LocalTime opening = timeOf(opening(day));
        return ordinarySlots(day).stream()
                .map(OfficeHours.Slot::to)
                .filter(opening::isBefore)
                .findFirst()
                .map(end -> day * DAY + end.toNanoOfDay())
                .orElseThrow();
    }

    /** Whether something between two moments of a working day would be worked without closures and half days off. */
    public boolean isOrdinarilyWorked(long begin, long end) {
        long midnight = startOf(dayOf(begin));
        return ordinarySlots(dayOf(begin)).stream()
                .anyMatch(slot -> midnight + slot.from().toNanoOfDay() < end
                        && midnight + slot.to().toNanoOfDay() > begin);
    }

    /** The n-th working day after a known day, which itself never counts; with 0 the day itself or the last before it. */
    public long workingDayAfter(long day, int n) {
        return numbered((long) workedBefore[at(day) + 1] + n - 1);
    }

    /** The day itself when it is worked, else the next that is. */
    public long sameOrNextWorkingDay(long day) {
        return knows(day) ? numbered(workedBefore[at(day)]) : UNKNOWN;
    }

    private long numbered(long number) {
        return number < 0 || number >= worked.length ? UNKNOWN : first + worked[(int) number];
    }

    /** How many working days lie after the one day and not after the other; both known. */
    public int workingDaysBetween(long after, long until) {
        return workedBefore[at(until) + 1] - workedBefore[at(after) + 1];
    }

    /** How many nanoseconds of the known span are worked by a moment. */
    public long workedBy(long moment) {
        if (!knows(dayOf(moment))) {
            return dayOf(moment) < first ? 0 : before[before.length - 1];
        }
        int day = at(dayOf(moment));
        int slot = slotsBefore[day];
        while (slot < slotsBefore[day + 1] && to[slot] < moment) {
            slot++;
        }
        return slot < slotsBefore[day + 1] ? before[slot] + Math.max(0, moment - from[slot]) : before[slot];
    }

    /** The first moment by which so many nanoseconds are worked: at a slot's end it stays there. */
    public long whenWorked(long nanos) {
        if (nanos <= 0 || nanos > before[before.length - 1]) {
            return UNKNOWN;
        }
        int found = Arrays.binarySearch(before, nanos);
        int slot = (found < 0 ? -found - 1 : found) - 1;
        return from[slot] + nanos - before[slot];
    }

    /** The moment itself when it is worked, else the next opening. */
    public long sameOrNextWorked(long moment) {
        if (!knows(dayOf(moment))) {
            return UNKNOWN;
        }
        int slot = slotsBefore[at(dayOf(moment))];
        while (slot < to.length && to[slot] <= moment) {
            slot++;
        }
        return slot == to.length ? UNKNOWN : Math.max(moment, from[slot]);
    }

    /** Whether any known day from the first to the last, both inclusive, is otherwise by forecast only, or may become so by a proposal. */
    public boolean hasForecast(long firstDay, long lastDay) {
        long begin = Math.max(first, firstDay);
        long end = Math.min(first + forecastBefore.length - 2, lastDay);
        return begin <= end && forecastBefore[at(end) + 1] > forecastBefore[at(begin)];
    }

    /** The position of the first slot that a known day, or the next one with any, has. */
    public int firstSlot(long day) {
        return slotsBefore[at(day)];
    }

    /** The position after a known day's last slot. */
    public int slotsUntil(long day) {
        return slotsBefore[at(day) + 1];
    }

    /** When the slot at a position begins. */
    public long from(int slot) {
        return from[slot];
    }

    /** When the slot at a position ends. */
    public long to(int slot) {
        return to[slot];
    }

    private int at(long day) {
        return (int) (day - first);
    }

    /** How much memory it takes, but for some hundred bytes. */
    long bytes() {
        long ints = (long) slotsBefore.length + workedBefore.length + worked.length + forecastBefore.length;
        long longs = (long) from.length + to.length + before.length + cutShort.length + ordinaryClosings.length;
        return ints * Integer.BYTES + longs * Long.BYTES;
    }
}
