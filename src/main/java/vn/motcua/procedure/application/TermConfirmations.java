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
     * @param body the answer
     */
    record Act(
            ConfirmationRequest request,
            ProcedureVersion procedure,
            List<Variant> variants,
            TermConfirmation word,
            String body) {}

    /** A first answer, and the fingerprint of the request that it is for. */
    record StoredAnswer(String request, String body) {}

    /** Keeps it, from when on it counts; false when the key was taken meanwhile, and nothing was kept. */
    Mono<Boolean> confirm(Act act);

    Mono<Optional<StoredAnswer>> answered(String caller, String key);

    /** How many answers were forgotten. */
    Mono<Integer> forgetAnswersBefore(Instant moment);
}
