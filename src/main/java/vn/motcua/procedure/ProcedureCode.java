package vn.motcua.procedure;

import java.util.Optional;
import java.util.regex.Pattern;

/** The national code of a procedure (mã TTHC): one digit, a point, six digits. */
public record ProcedureCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]\\.[0-9]{6}");

    /** With the agency that publishes it behind it ({@code .000.00.00.H55}), a number of its services ({@code .02}), or both. */
    private static final Pattern PUBLISHED =
            Pattern.compile("([0-9]\\.[0-9]{6})(?:\\.[0-9]{2,3}){0,3}(?:\\.[A-Z][0-9]{2}(?:\\.[0-9]{2})?)?");

    public ProcedureCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A procedure code is one digit, a point and six digits");
        }
    }

    /** The national part of a code as portals and provinces write it; empty when it is none. */
    public static Optional<ProcedureCode> published(String text) {
        var parts = PUBLISHED.matcher(text);
        return parts.matches() ? Optional.of(new ProcedureCode(parts.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
