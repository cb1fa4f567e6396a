package vn.motcua.deadline;

/** The numbered rules of time, version CLK-1. A changed rule is a new version, the old one stays. */
public enum Rule {
    /** A receipt up to closing counts that day, before opening from opening; else the next working day's opening. */
    START(1),
    /** The first day is not counted; due at the ordinary closing of the n-th working day after it. */
    WORKING_DAYS(2),
    /** Runs through office hours only; ending at a window's end it stays there. */
    WORKING_HOURS(3),
    /** The first day is not counted; days off inside count. */
    CALENDAR_DAYS(4),
    /** The same day number n months later, or that month's last day. */
    MONTHS(5),
    /** Runs day and night from the receipt itself. */
    CLOCK_HOURS(6),
    /** Due at the ordinary closing of the same day; received after the cut-off, of the next working day. */
    SAME_DAY(7),
    /** Due at once. */
    IMMEDIATE(8),
    /** Days off and worked Saturdays are those of the calendar. */
    DAYS_OFF(9),
    /** A term in days or months that ends on a day off ends at the ordinary closing of the next working day. */
    END(10),
    /** Where a procedure says so, the day of receipt is the one that does not count, even after closing or on a day off. */
    DAY_OF_RECEIPT(15),
    /**
     * A clock that stands still is given the same working time back; a term that counts days off is given whole days back,
     * a day begun being a day. What stands in the way more than once at a time counts once. Nothing is due in between: where
     * nothing was left of the term, it is due when work goes on.
     */
    PAUSE(16),
    /** A clock that begins again counts the whole term from then; the first promise stays (Decree 118/2025 article 19.5). */
    RESTART(17),
    /** One new due moment, later than the one before (article 19.6). */
    EXTENSION(18),
    /** Stages follow each other: each begins when the one before is due. */
    STAGES(19),
    /** What is asked for after the due moment moves nothing. */
    TOO_LATE(20),
    /**
     * A day that is worked at all counts as a whole: what ends with it is due at its ordinary closing, although a closure or
     * half a day off ended the work before (Civil Code 2015 article 148).
     */
    WHOLE_DAY(21);

    /** The version of the whole set. */
    public static final String VERSION = "CLK-1";

    private final String number;

    Rule(int number) {
        this.number = VERSION + "." + number;
    }

    public String number() {
        return number;
    }
}
