package vn.motcua.dossier.application;

import java.util.Map;
import vn.motcua.dossier.Dossier;

/**
 * A dossier and the words that its applicant filed.
 *
 * @param words applicant, submitter, form and attachments; empty once erased
 */
public record DossierView(Dossier dossier, Map<String, Object> words) {

    public DossierView {
        words = Map.copyOf(words);
    }

    /** Never the words: they hold personal data. */
    @Override
    public String toString() {
        return "DossierView[" + dossier.id() + "]";
    }
}
