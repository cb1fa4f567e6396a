package vn.motcua.territory;

/** What kind of agency answers for a procedure. */
public enum AgencyKind {
    /** Ủy ban nhân dân. */
    PEOPLES_COMMITTEE,
    /** Công an. */
    POLICE
}
