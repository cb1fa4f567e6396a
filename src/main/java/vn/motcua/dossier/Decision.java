package vn.motcua.dossier;

/** What became of a command. */
public sealed interface Decision {

    record Allowed(DossierEvent event) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
