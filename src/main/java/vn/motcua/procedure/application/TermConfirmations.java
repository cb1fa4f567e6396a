package vn.motcua.procedure.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.Variant;

/** Where people's words on terms are kept, and what they were answered. */
public interface TermConfirmations {

    /**
     * A confirmation with its answer.
     *
     * @param seen the number of the catalogue's state that it was decided on
     * @param body the answer
     */
    record Act(
            ConfirmationRequest request,
            long seen,
            ProcedureVersion procedure,
            List<Variant> variants,
            TermConfirmation word,
            String body) {}

    /** A first answer, and the fingerprint of the request that it is for. */
    record StoredAnswer(String request, String body) {}

    /** What became of an act; nothing was kept unless it says so. */
    enum Outcome {
        KEPT,
        KEY_TAKEN,
        /** The catalogue is no longer the one that it was decided on; the newer one is known here when this is told. */
        CATALOGUE_CHANGED
    }

    /** Keeps it, from when on it counts. */
    Mono<Outcome> confirm(Act act);

    Mono<Optional<StoredAnswer>> answered(String caller, String key);

    /** How many answers were forgotten. */
    Mono<Integer> forgetAnswersBefore(Instant moment);
}
