package vn.motcua.procedure;

/** A variant that has no term, so that dossiers filed on it have no due moment. */
public record MissingTerm(ProcedureVersion procedure, Variant variant) {

    /** Why it has none. */
    public TermGap reason() {
        return variant.gap().orElseThrow();
    }
}
