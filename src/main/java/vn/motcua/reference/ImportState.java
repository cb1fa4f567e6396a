package vn.motcua.reference;

/** How far an import is. */
public enum ImportState {
    RUNNING,
    /** All its changes are made, or would be. */
    DONE,
    /** A line is bad; nothing was changed. */
    REFUSED,
    /** Something else went wrong; nothing was changed. */
    FAILED,
    /** Nothing was heard of it for a while; nothing was changed. */
    INTERRUPTED
}
