package vn.motcua.dossier;

/** Who answers for a dossier: an agency, and the version of its unit on that day. */
public record Holder(int agency, int unit) {}
