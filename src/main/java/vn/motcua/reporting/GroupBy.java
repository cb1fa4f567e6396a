package vn.motcua.reporting;

/** What makes a row of a report. */
public enum GroupBy {
    UNIT,
    AGENCY,
    SECTOR,
    PROCEDURE,
    CHANNEL,
    MONTH
}
