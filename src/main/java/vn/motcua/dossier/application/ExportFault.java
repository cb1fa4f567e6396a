package vn.motcua.dossier.application;

/** A line of an export that cannot be believed, and why. */
public class ExportFault extends RuntimeException {

    private final long line;
    private final String reason;

    ExportFault(long line, String reason) {
        super("Line " + line + ": " + reason);
        this.line = line;
        this.reason = reason;
    }

    /** The first line is 1; one past the last when something is missing at the end. */
    public long line() {
        return line;
    }

    /** In English, without what the line says. */
    public String reason() {
        return reason;
    }
}
