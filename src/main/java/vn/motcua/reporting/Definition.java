package vn.motcua.reporting;

/** When a dossier counts as on time. Numbered; the law changes, a number does not. */
public enum Definition {
    /** By day, as form II.06 compares (Circular 01/2020/TT-VPCP). */
    OT_1("OT-1"),
    /** By moment, as index set 766 compares (Decision 766/QD-TTg). */
    OT_2("OT-2");

    private final String id;

    Definition(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
