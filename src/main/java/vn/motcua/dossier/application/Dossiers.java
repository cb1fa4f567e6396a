package vn.motcua.dossier.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Representation;
import vn.motcua.dossier.Source;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Scope;
import vn.motcua.platform.Lease;

/** Where dossiers are kept. Every act is one statement: event, state, figures and stored answer change together. */
public interface Dossiers {

    /**
     * Empty when it does not exist, or not for this scope.
     *
     * @param day in Viet Nam, on which a representative's authority must last
     */
    Mono<DossierView> find(DossierRef ref, Scope scope, LocalDate day);

    /** The whole history, oldest first; at most 200 events. */
    Mono<List<Recorded>> history(UUID dossierId);

    /**
     * The first answer to this key, if the caller used it before.
     *
     * @param day as for {@link #find}
     */
    Mono<Optional<StoredAnswer>> answered(Caller caller, String key, LocalDate day);

    /** Files or announces a new dossier. */
    Mono<Outcome> file(Act act, Person owner, Optional<Representation> representation);

    /** Moves a dossier one step, if nobody moved it since it was read. */
    Mono<Outcome> advance(Act act, Optional<Numbering> numbering);

    /** Keeps a dossier's whole past, unless its key or its source is taken. */
    Mono<Outcome> importPast(Past past);

    /** What a source's dossier is called here; empty when nobody imported it. */
    Mono<TrackingCode> importedAs(Source source);

    /** Forgets answers older than a moment, if the lease is still held; answers how many. */
    Mono<Integer> forgetAnswersBefore(Instant moment, Lease lease);

    /**
     * What changes together.
     *
     * @param dossier as it stands after the event
     * @param salt sixteen random bytes in hexadecimal, hashed before the words
     * @param words of this event, for the erasable table; empty when there are none
     * @param warning when the next warning of its clocks comes; empty while the act leaves that as it was
     */
    record Act(
            Dossier dossier,
            LoggedEvent event,
            Map<String, Object> words,
            String salt,
            Request request,
            Answer answer,
            Optional<NextWarning> warning) {

        public Act {
            words = Map.copyOf(words);
        }

        /** Of no clock. */
        public Act(
                Dossier dossier,
                LoggedEvent event,
                Map<String, Object> words,
                String salt,
                Request request,
                Answer answer) {
            this(dossier, event, words, salt, request, answer, Optional.empty());
        }

        /** Never the words: they hold personal data. */
        @Override
        public String toString() {
            return "Act[" + event.type() + " of " + dossier.id() + "]";
        }
    }

    /**
     * A whole past, which changes together.
     *
     * @param acts one an event, in their order; the last one's answer is kept
     * @param numbering empty when it was never accepted
     */
    record Past(List<Act> acts, Person owner, Source source, Optional<Numbering> numbering) {

        public Past {
            acts = List.copyOf(acts);
        }
    }

    /** Empty when none comes any more. */
    record NextWarning(Optional<Instant> at) {}

    /** The series that the official code's number comes from. */
    record Numbering(int agency, LocalDate day, String prefix) {}

    /** An event of the log, with the digest that was stored beside it, in hexadecimal. */
    record Recorded(LoggedEvent event, String digest) {}

    /**
     * The first answer to a key, and the fingerprint of the request that got it.
     *
     * @param answer empty when the dossier lies outside of the caller's scope by now
     */
    record StoredAnswer(String fingerprint, Shown shown, Optional<Answer> answer) {}

    /** What became of an act. */
    sealed interface Outcome {

        /** The act is committed; an acceptance has its official code. */
        record Done(Optional<String> code) implements Outcome {}

        /** Somebody moved the dossier first, or the key is taken; nothing was written. */
        record NotDone() implements Outcome {}
    }
}
