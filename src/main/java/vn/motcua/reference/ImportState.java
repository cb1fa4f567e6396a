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
    /**
     * Nothing was heard of it for a while. If its process ended, nothing was changed; if it only fell silent, what it did is
     * shown once it ends, unless another import began meanwhile: then it changes nothing any more.
     */
    INTERRUPTED
}
