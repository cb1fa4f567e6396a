package vn.motcua.procedure;

/** What a term rests on. */
public enum TermBasis {
    /** The national portal shows it, unit included. */
    PUBLISHED,
    /** A person read it in a text. */
    CONFIRMED,
    /** A person entered it from practice; nobody read it in a text. */
    UNVERIFIED
}
