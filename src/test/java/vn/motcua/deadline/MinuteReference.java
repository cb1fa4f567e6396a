package vn.motcua.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/**
 * The rules once more, from their text and not from the engine: one truth value for each minute of a span, and every term
 * counted by walking over minutes and days. Moments are minutes since the span's first midnight.
 */
final class MinuteReference {

    /** No due moment: the clock stands still. */
    static final int STANDS = -1;

    private static final int DAY = 24 * 60;

    private final LocalDate first;
    private final BitSet worked;
    private final BitSet ordinary;

    /** @param ordinary what would be worked without closures and half days off */
    MinuteReference(LocalDate first, BitSet worked, BitSet ordinary) {
        this.first = first;
        this.worked = worked;
        this.ordinary = ordinary;
    }

    LocalDateTime time(int minute) {
        return first.atStartOfDay().plusMinutes(minute);
    }

    int minute(LocalDateTime time) {
        return (int) ChronoUnit.MINUTES.between(first.atStartOfDay(), time);
    }

    private boolean isWorkingDay(int day) {
        int minute = worked.nextSetBit(day * DAY);
        return minute >= 0 && minute < (day + 1) * DAY;
    }

    private int opening(int day) {
        return worked.nextSetBit(day * DAY);
    }

    /** Rule 21: a day that is worked at all ends when it would end on its weekday. */
    private int closing(int day) {
        return ordinary.previousSetBit((day + 1) * DAY - 1) + 1;
    }

    /** Rule 1: while or before somebody is there it counts that day, from opening; else the next working day's opening. */
    private int countedFrom(int received) {
        int day = received / DAY;
        boolean somebodyIsThere = worked.get(Math.max(0, received - 1));
        int later = worked.nextSetBit(received);
        return somebodyIsThere || later < (day + 1) * DAY
                ? Math.max(received, opening(day))
                : opening(nextWorkingDay(day));
    }

    /** Rules 19 and 21: what follows a stage begins on the day with which that ended. */
    private int begun(int due, boolean first) {
        int day = due / DAY;
        boolean onItsDay = isWorkingDay(day) && due <= closing(day);
        return first ? countedFrom(due) : onItsDay ? Math.max(due, opening(day)) : opening(nextWorkingDay(day));
    }

    private int nextWorkingDay(int day) {
        int next = day + 1;
        while (!isWorkingDay(next)) {
            next++;
        }
        return next;
    }

    private int onOrAfter(int day) {
        return isWorkingDay(day) ? day : nextWorkingDay(day);
    }

    /** The due moment of a term, with what stood in its way. */
    int due(int received, Term term, FirstDay firstDay, Paused paused) {
        return due(received, true, term, firstDay, paused);
    }

    private int due(int received, boolean first, Term term, FirstDay firstDay, Paused paused) {
        int from = begun(received, first);
        int uncounted = (firstDay == FirstDay.OF_RECEIPT ? received : from) / DAY;
        int tomorrow = (uncounted + 1) * DAY;
        return switch (term) {
            case Term.WorkingDays(int n) -> walked(tomorrow, closing(workingDay(uncounted, n)), paused);
            case Term.WorkingHours(int n) -> walked(from, after(from, n * 60), paused);
            case Term.SameDay(LocalTime cutOff) ->
                walked(counting(received, first, term, firstDay), closing(answered(received, from, cutOff)), paused);
            case Term.Immediate() -> walked(from, from, paused);
            case Term.CalendarDays(int n) -> wholeDays(tomorrow, uncounted + n, paused);
            case Term.Months(int n) ->
                wholeDays(
                        tomorrow,
                        (int) ChronoUnit.DAYS.between(
                                this.first, this.first.plusDays(uncounted).plusMonths(n)),
                        paused);
            case Term.ClockHours(int n) -> clockHours(received, n * 60, paused);
            case Term.Composite(List<Term.Stage> stages) -> {
                int due = received;
                for (int at = 0; at < stages.size() && due != STANDS; at++) {
                    due = due(due, at == 0, stages.get(at).term(), firstDay, paused);
                }
                yield due;
            }
        };
    }

    private int workingDay(int uncounted, int n) {
        int day = uncounted;
        for (int counted = 0; counted < n; counted++) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    private int answered(int received, int from, LocalTime cutOff) {
        boolean late = from / DAY == received / DAY && received % DAY > cutOff.toSecondOfDay() / 60;
        return late ? nextWorkingDay(from / DAY) : from / DAY;
    }

    /** The moment after so many more worked minutes. */
    private int after(int moment, int minutes) {
        int at = moment;
        for (int left = minutes; left > 0; left--) {
            at = worked.nextSetBit(at) + 1;
        }
        return at;
    }

    /** Rule 16: for each worked minute that a pause took, another one that none takes is given back. */
    private int walked(int counting, int unpaused, Paused paused) {
        int end = Math.max(counting, unpaused);
        BitSet taken = worked.get(counting, end);
        taken.and(paused.minutes().get(counting, end));
        int lost = taken.cardinality();
        int due = unpaused;
        while (lost > 0 && due < paused.openSince()) {
            int minute = worked.nextSetBit(due);
            lost -= paused.minutes().get(minute) ? 0 : 1;
            due = minute + 1;
        }
        return beyond(due, paused);
    }

    /** Rule 20: what begins by the due moment itself is in time; the minutes that it takes are given back. */
    private int beyond(int done, Paused paused) {
        if (paused.openSince() <= done) {
            return STANDS;
        }
        int due = done;
        while (paused.minutes().get(due)) {
            int end = paused.end(due);
            if (paused.openSince() < end) {
                return STANDS;
            }
            due = whenWorkGoesOn(end);
        }
        return due;
    }

    /** A pause that takes the last minute before a closing ends with it; else it is the next worked minute. */
    private int whenWorkGoesOn(int end) {
        return worked.get(end - 1) ? end : worked.nextSetBit(end);
    }

    private int closingSince(int moment) {
        int day = moment / DAY;
        return closing(isWorkingDay(day) && moment <= closing(day) ? day : nextWorkingDay(day));
    }

    /** Rules 4, 5, 10 and 16: days off count, the end is a working day, a day of pause begun is a day. */
    private int wholeDays(int counting, int end, Paused paused) {
        int due = closing(onOrAfter(end));
        int lost = 0;
        BitSet minutes = paused.minutes();
        for (int from = minutes.nextSetBit(0); from >= 0 && from <= due; from = minutes.nextSetBit(paused.end(from))) {
            if (paused.openSince() < paused.end(from)) {
                return STANDS;
            }
            lost += lostDays(from, counting, paused);
            due = Math.max(due, closing(onOrAfter(end + Math.ceilDiv(lost, DAY))));
            due = due < paused.end(from) ? closingSince(paused.end(from)) : due;
        }
        return due;
    }

    /** Rule 16: of days, an outage takes nothing but where somebody would have worked. */
    private int lostDays(int from, int counting, Paused paused) {
        int end = paused.end(from);
        int minutes = Math.max(0, end - Math.max(from, counting));
        boolean isAsked = !paused.asked().get(from, end).isEmpty();
        boolean isWorked = minutes > 0 && !worked.get(end - minutes, end).isEmpty();
        return isAsked || isWorked ? minutes : 0;
    }

    /** Rules 6 and 16. */
    private int clockHours(int received, int minutes, Paused paused) {
        int at = received;
        for (int left = minutes; left > 0 || paused.minutes().get(at); at++) {
            if (paused.openSince() <= at) {
                return STANDS;
            }
            left -= paused.minutes().get(at) ? 0 : 1;
        }
        return at;
    }

    /** From when a term is used up: the days after the uncounted one, hours from where they begin. */
    private int counting(int received, boolean first, Term term, FirstDay firstDay) {
        int from = begun(received, first);
        return switch (term) {
            case Term.WorkingDays _, Term.CalendarDays _, Term.Months _ ->
                ((firstDay == FirstDay.OF_RECEIPT ? received : from) / DAY + 1) * DAY;
            case Term.ClockHours _ -> received;
            case Term.SameDay(LocalTime cutOff) -> Math.max(from, answered(received, from, cutOff) * DAY);
            case Term.WorkingHours _, Term.Immediate _, Term.Composite _ -> from;
        };
    }

    /** What an extension of the term, or of the stage in which it was recorded, set; with what stood in its way since. */
    int extended(int received, Term term, FirstDay firstDay, int[] extension, Paused paused) {
        int start = received;
        boolean first = true;
        Term now = term;
        if (term instanceof Term.Composite(var stages)) {
            Paused before = paused.begun(-1, extension[0]);
            int due = received;
            for (int at = 0; at < stages.size() && (at == 0 || due < extension[0]); at++) {
                start = due;
                first = at == 0;
                now = stages.get(at).term();
                due = due(start, first, now, firstDay, before);
            }
        }
        int counting = counting(start, first, now, firstDay);
        return given(extension[1], now, counting, paused.begun(extension[0], Integer.MAX_VALUE));
    }

    private int given(int newDue, Term term, int counting, Paused since) {
        boolean inDays = term instanceof Term.CalendarDays || term instanceof Term.Months;
        boolean byTheClock = term instanceof Term.ClockHours;
        int due = newDue;
        int lost = 0;
        BitSet minutes = since.minutes();
        for (int from = minutes.nextSetBit(0); from >= 0 && from <= due; from = minutes.nextSetBit(since.end(from))) {
            if (since.openSince() < since.end(from)) {
                return STANDS;
            }
            int begin = Math.max(from, counting);
            int end = Math.max(begin, since.end(from));
            lost += inDays
                    ? lostDays(from, counting, since)
                    : byTheClock ? end - begin : worked.get(begin, end).cardinality();
            int back = inDays
                    ? closing(onOrAfter(newDue / DAY + Math.ceilDiv(lost, DAY)))
                    : byTheClock ? newDue + lost : after(newDue, lost);
            due = lost > 0 ? Math.max(due, back) : due;
            if (due < since.end(from)) {
                due = inDays ? closingSince(since.end(from)) : whenWorkGoesOn(since.end(from));
            }
        }
        return due;
    }
}
