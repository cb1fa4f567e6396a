package vn.motcua.procedure;

import java.util.regex.Pattern;

/** The national code of a procedure (mã TTHC): one digit, a point, six digits. */
public record ProcedureCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]\\.[0-9]{6}");

    public ProcedureCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A procedure code is one digit, a point and six digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
