package vn.motcua.platform.csv;

/** What can be wrong with a line before anybody asks what it means. */
public enum CsvFault {
    /** Bytes that are no UTF-8. */
    NOT_UTF8,
    /** A quote that never ends, or text outside the quotes of its cell; the rest of the file is not read. */
    BROKEN_QUOTES,
    /** The rest of the file is not read. */
    LINE_TOO_LONG,
    /** The rest of the file is not read. */
    TOO_MANY_LINES,
    /** The rest of the file is not read. */
    FILE_TOO_LARGE,
    /** Not even a header. */
    EMPTY_FILE,
    /** The header lacks a column; the file is not read. */
    MISSING_COLUMN,
    /** The header has a column that the table does not; the file is not read. */
    UNKNOWN_COLUMN,
    /** The header has a column twice; the file is not read. */
    REPEATED_COLUMN,
    /** More or fewer cells than the header. */
    CELL_COUNT,
    /** Characters that control, hide or mean nothing. */
    UNPRINTABLE
}
