package vn.motcua.calendar;

/** How sure a word on the calendar is. */
public enum Standing {
    /** Decided: a law, a notice or a letter says so. */
    OFFICIAL(true),
    /** The law gives the day off and only its date is open (Tết): counted, since it will not be worked, and marked. */
    EXPECTED(true),
    /** Somebody proposed it: shown and marked, and not counted until a later version makes it official. */
    PROPOSED(false);

    private final boolean counted;

    Standing(boolean counted) {
        this.counted = counted;
    }

    /** Whether clocks run by it. */
    public boolean isCounted() {
        return counted;
    }
}
