package vn.motcua.reference.application;

/** The import was given up by another instance, since nothing was heard of it: it changes nothing any more. */
public class ImportLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportLost() {
        super("The import was given up meanwhile", null, false, false);
    }
}
