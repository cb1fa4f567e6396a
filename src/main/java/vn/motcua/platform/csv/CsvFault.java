package vn.motcua.platform.csv;

/** What can be wrong with a line before anybody asks what it means. */
public enum CsvFault {
    /** Bytes that are no UTF-8. */
    NOT_UTF8(true),
    /** A quote in a cell that is not quoted. */
    LOOSE_QUOTE(true),
    /** More or fewer cells than the header. */
    CELL_COUNT(true),
    /** Characters that control, hide or mean nothing. */
    UNPRINTABLE(true),
    /** A quote that never ends, or text behind the closing quote. */
    BROKEN_QUOTES(false),
    LINE_TOO_LONG(false),
    TOO_MANY_LINES(false),
    FILE_TOO_LARGE(false),
    /** Not even a header. */
    EMPTY_FILE(false),
    /** A header in bytes that are no UTF-8. */
    UNREADABLE_HEADER(false),
    /** The header lacks a column. */
    MISSING_COLUMN(false),
    /** The header has a column that the table does not. */
    UNKNOWN_COLUMN(false),
    /** The header has a column twice. */
    REPEATED_COLUMN(false);

    private final boolean restIsRead;

    CsvFault(boolean restIsRead) {
        this.restIsRead = restIsRead;
    }

    /** False when nothing behind it can be trusted, so that reading ends there. */
    public boolean restIsRead() {
        return restIsRead;
    }
}
