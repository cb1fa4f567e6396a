package vn.motcua.dossier;

/**
 * The clock has not started: there is no due moment yet and nothing is missing.
 *
 * @param startRule the number of the rule that says what starts it
 */
public record ClockWait(For what, String startRule) implements ClockStart {

    /** What starts the clock. */
    public enum For {
        /** The competent agency has the dossier. */
        COMPETENT_RECEPTION,
        /** The fee is confirmed. */
        FEE
    }
}
