package vn.motcua.reference;

/** What an import can change. */
public enum Subject {
    UNIT,
    SUCCESSION,
    AGENCY,
    AGENCY_NAME,
    AGENCY_IDENTIFIER,
    PROCEDURE,
    CALENDAR
}
