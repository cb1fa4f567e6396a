package vn.motcua.dossier;

/**
 * Who received a dossier and who decides it; two keys, since a dossier may be taken in anywhere (Decree 118/2025 article
 * 14). Units are versions: the receiving one's of the day of filing; the competent one's of that day too, or of the
 * day on which somebody said who decides.
 *
 * @param receivingAgency immutable home of the dossier
 * @param competentAgency the receiving one as long as nobody knows who decides
 * @param competentUnit where it is decided; as long as nobody knows who decides, the place that was named
 * @param settled false as long as nobody knows who decides; then the dossier is an exception that somebody must settle
 */
public record Routing(int receivingAgency, int receivingUnit, int competentAgency, int competentUnit, boolean settled) {

    /** A settled routing. */
    public Routing(int receivingAgency, int receivingUnit, int competentAgency, int competentUnit) {
        this(receivingAgency, receivingUnit, competentAgency, competentUnit, true);
    }

    /** True when another than the competent agency took it in. */
    public boolean isTakenInElsewhere() {
        return receivingAgency != competentAgency;
    }

    Routing settledOn(int agency, int unit) {
        return new Routing(receivingAgency, receivingUnit, agency, unit);
    }
}
