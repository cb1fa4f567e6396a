package vn.motcua.identity.application;

import java.util.List;

/** Why a request on assignments was not done. */
public class AssignmentRefused extends RuntimeException {

    private final List<Reason> reasons;

    AssignmentRefused(Reason reason) {
        this(List.of(reason));
    }

    /** For several reasons only where each is a fault of one field. */
    AssignmentRefused(List<Reason> reasons) {
        super(reasons.toString(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    /** At least one. */
    public List<Reason> reasons() {
        return reasons;
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
