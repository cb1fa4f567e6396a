package vn.motcua.procedure;

/** Two readings of which day is the first one of a term, that does not count (Civil Code 2015 article 147). */
public enum FirstDay {
    /** The day from which it counts: received after closing, that is the next working day. */
    OF_OPENING,
    /** The day of receipt itself, even after closing or on a day off. */
    OF_RECEIPT
}
