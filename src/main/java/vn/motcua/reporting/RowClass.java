package vn.motcua.reporting;

/** The counts of a row. Each dossier that came is in one of the first two and in one of the classes; four are of a class. */
public enum RowClass {
    RECEIVED(Where.CAME, false),
    CARRIED_OVER(Where.CAME, false),
    EARLY(Where.ENDED, false),
    ON_TIME(Where.ENDED, false),
    OVERDUE(Where.ENDED, true),
    WITHDRAWN(Where.ENDED, false),
    STOPPED(Where.ENDED, false),
    RESOLVED_WITHOUT_DUE(Where.ENDED, false),
    PENDING_IN_TIME(Where.PENDING, false),
    PENDING_OVERDUE(Where.PENDING, true),
    PENDING_PAUSED(Where.PENDING, false),
    PENDING_WITHOUT_DUE(Where.PENDING, false),
    /** Of what was stopped. */
    STOPPED_OVERDUE(Where.ENDED, true),
    /** Of what was withdrawn. */
    WITHDRAWN_OVERDUE(Where.ENDED, true),
    /** Of what is paused. */
    PENDING_NOT_STARTED(Where.PENDING, false);

    /** At which end of a span it is told. */
    private enum Where {
        CAME,
        ENDED,
        PENDING
    }

    private final Where where;
    private final boolean late;

    RowClass(Where where, boolean late) {
        this.where = where;
        this.late = late;
    }

    /** True when what is in it ended in the span. */
    public boolean isEnded() {
        return where == Where.ENDED;
    }

    /** True when what is in it is past the due moment or the first promise. */
    public boolean isLate() {
        return late;
    }
}
