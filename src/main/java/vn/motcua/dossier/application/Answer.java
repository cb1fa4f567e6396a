package vn.motcua.dossier.application;

import java.util.Optional;
import java.util.UUID;

/**
 * What a caller is told, as it is kept for a repeated request.
 *
 * @param status of HTTP
 * @param version of the dossier, the entity tag
 * @param body the dossier as JSON
 * @param code the official code, where {@code body} holds its place; the database gives it out with the act
 * @param replayed true when this is the stored first answer
 */
public record Answer(UUID dossierId, int status, int version, String body, Optional<String> code, boolean replayed) {

    /** Never the body: it holds personal data. */
    @Override
    public String toString() {
        return "Answer[" + dossierId + ", " + status + ", version " + version + "]";
    }

    Answer with(Optional<String> given) {
        return new Answer(dossierId, status, version, body, given, replayed);
    }
}
