package vn.motcua.procedure;

/** How the national portal's page offers a variant. */
public enum Listing {
    /** Its channel stands in the page's list of channels. */
    SHOWN,
    /** A term is shown for its channel, and the list of channels leaves the channel out. */
    ONLY_WITH_TERM,
    /** The page lists no channel. The counter stands for them, where every procedure may be filed. */
    NOT_SHOWN,
    /** The page does not have it; a person entered it from the decision. */
    BY_HAND
}
