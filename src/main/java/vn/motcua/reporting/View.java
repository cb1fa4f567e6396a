package vn.motcua.reporting;

/** On which units a report stands. */
public enum View {
    /** Those in force when it happened. */
    AS_WAS,
    /** Those in force on the last day, or today when that is later. */
    TODAY
}
