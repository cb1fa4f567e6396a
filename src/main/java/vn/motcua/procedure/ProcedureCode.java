package vn.motcua.procedure;

import java.util.Optional;
import java.util.regex.Pattern;

/** The national code of a procedure (mã TTHC): one digit, a point, six digits. */
public record ProcedureCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]\\.[0-9]{6}");

    public ProcedureCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A procedure code is one digit, a point and six digits");
        }
    }

    /** Empty when the text has not the form of a code. */
    public static Optional<ProcedureCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ProcedureCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
