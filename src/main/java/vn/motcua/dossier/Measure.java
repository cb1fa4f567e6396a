package vn.motcua.dossier;

/**
 * What figures count, summed up by day. Classes are counted once, on the day of what decides them; those that end in
 * {@code open} go up and down, and their sum up to a day is how many there are.
 */
public enum Measure {
    /** Accepted (status 2). */
    RECEIVED("received"),
    /** Less {@link #RESOLVED_WITHOUT_DUE}: those open whose clock started, or ended, without a due moment. */
    RECEIVED_WITHOUT_DUE("receivedWithoutDue"),
    /** Completed on an earlier day than the due day. */
    EARLY("early"),
    /** Completed on the due day. */
    ON_TIME("onTime"),
    /** Of those on time: after the due moment. */
    SAME_DAY_LATE("sameDayLate"),
    /** Completed on a later day than the due day. */
    OVERDUE("overdue"),
    RESOLVED_WITHOUT_DUE("resolvedWithoutDue"),
    WITHDRAWN("withdrawn"),
    /** Of those withdrawn: on the due day after the due moment. */
    WITHDRAWN_SAME_DAY_LATE("withdrawnSameDayLate"),
    /** Of those withdrawn: on a later day than the due day. */
    WITHDRAWN_OVERDUE("withdrawnOverdue"),
    STOPPED("stopped"),
    STOPPED_SAME_DAY_LATE("stoppedSameDayLate"),
    STOPPED_OVERDUE("stoppedOverdue"),
    /** Accepted less started or ended. */
    NOT_STARTED_OPEN("notStartedOpen"),
    /** Paused while in time, less resumed or ended. */
    PAUSED_OPEN("pausedOpen"),
    /** By due day: those due then that did not end until then. What ended later is taken out by its overdue class. */
    DUE_OPEN("dueOpen"),
    /** Filed (status 1). */
    FILED("filed"),
    ACCEPTED_IN_TIME("acceptedInTime"),
    ACCEPTED_LATE("acceptedLate"),
    REFUSED_IN_TIME("refusedInTime"),
    REFUSED_LATE("refusedLate"),
    /** Intake answered by a request for a supplement. */
    ASKED_IN_TIME("askedInTime"),
    ASKED_LATE("askedLate"),
    WITHDRAWN_BEFORE("withdrawnBefore"),
    /** Intake answered on a later day than it was due. */
    INTAKE_LEFT("intakeLeft"),
    /** By the day on which the answer of the desk is due, as {@link #DUE_OPEN}. */
    INTAKE_DUE_OPEN("intakeDueOpen");

    private final String logged;

    Measure(String logged) {
        this.logged = logged;
    }

    /** Its name in the log, kept for ever. */
    public String logged() {
        return logged;
    }
}
