package vn.motcua.identity.application;

/** Why a request on assignments was not done. */
public class AssignmentRefused extends RuntimeException {

    private final Reason reason;

    public AssignmentRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Everything that can stand in the way. */
    public enum Reason {
        NEVER_THIS_ROLE,
        NOT_FOUND,
        /** Role and place, or the days, do not go together. */
        INCOMPLETE,
        /** Somebody has another role then, is placed there already, or it ended on another day. */
        CONFLICTING,
        UNKNOWN_AGENCY,
        /** None is in force on the first day. */
        UNKNOWN_UNIT,
        /** Others change assignments all the time. */
        CHANGING
    }
}
