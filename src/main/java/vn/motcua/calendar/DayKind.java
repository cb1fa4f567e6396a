package vn.motcua.calendar;

/** What a day is to the administration. */
public enum DayKind {
    /** Worked as its weekday says. */
    WORKING_DAY(true),
    /** A weekend day worked in exchange for a weekday off (làm bù). */
    WORKED_WEEKEND(true),
    WEEKEND(false),
    /** A weekday off: public holiday, day in lieu, swap. */
    DAY_OFF(false),
    /** Outside the known span: nobody can say. */
    UNKNOWN(false);

    private final boolean worked;

    DayKind(boolean worked) {
        this.worked = worked;
    }

    /** True only where it is known that the day is worked. */
    public boolean isWorked() {
        return worked;
    }
}
