package vn.motcua.procedure;

/** Why what the national portal shows is no term that a clock can run: it is kept as shown, and never guessed. */
public enum TermGap {
    /** No number. */
    TERM_NOT_SHOWN,
    /** A number without a unit. */
    UNIT_NOT_SHOWN,
    /** Hours, and whether by the clock or inside office hours is not said. */
    HOUR_KIND_NOT_SHOWN,
    /** A number that is no term: nought, a fraction, or beyond ten years. */
    VALUE_NOT_A_TERM
}
