package vn.motcua.dossier;

/**
 * Who received a dossier and who decides it; two keys, since a dossier may be taken in anywhere (Decree 118/2025 article
 * 14). Units are the versions of the day of filing and never change.
 *
 * @param receivingAgency immutable home of the dossier
 */
public record Routing(int receivingAgency, int receivingUnit, int competentAgency, int competentUnit) {}
