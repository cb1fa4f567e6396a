package vn.motcua.dossier;

/**
 * What another system calls a dossier that it tells the past of. Neither part tells who anybody is.
 *
 * @param system its name, lower case
 * @param reference its number of the dossier
 */
public record Source(String system, String reference) {

    /** As it stands among the codes that lead to a dossier; no other kind of code has a colon. */
    public String code() {
        return "src:" + system + ":" + reference;
    }
}
