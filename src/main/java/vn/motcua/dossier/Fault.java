package vn.motcua.dossier;

/**
 * One thing that is wrong with a filing.
 *
 * @param pointer to the field (RFC 6901)
 * @param code its stable name
 */
public record Fault(String pointer, String code) {}
