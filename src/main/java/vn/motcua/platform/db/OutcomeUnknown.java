package vn.motcua.platform.db;

/** The caller's patience ended before the work did; the work goes on, and the same idempotency key tells its outcome. */
public class OutcomeUnknown extends RuntimeException {

    public OutcomeUnknown() {
        super("The work goes on, its outcome is not known yet");
    }
}
