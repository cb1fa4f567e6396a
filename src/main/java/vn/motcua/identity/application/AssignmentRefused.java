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
        /** Somebody has another role then, is placed there already, or its last day was said to be another that cannot be moved so. */
        CONFLICTING,
        /** Its staff are not placed by assignments, or we do not trust it. */
        UNKNOWN_ISSUER,
        /** The issuer may not vouch for it. */
        ROLE_NOT_OF_ISSUER,
        UNKNOWN_AGENCY,
        /** None is in force on the first day. */
        UNKNOWN_UNIT,
        /** Others change assignments all the time. */
        CHANGING
    }
}
