package vn.motcua.reporting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.Routing;

/**
 * What an event of the log tells about a dossier, without the counts that stand in it.
 *
 * @param sequence 1, 2, 3, ... for each dossier
 * @param routing of the dossier after the event
 */
public record Fact(UUID dossier, int sequence, Instant occurredAt, Instant recordedAt, Routing routing, What what) {

    /** What happened. A new kind of event is a new case here, and the compiler names the places that must know it. */
    public sealed interface What {

        /**
         * The system has it (status 1).
         *
         * @param channel 1 counter, 2 online, 3 postal, as form II.06 numbers them
         * @param answerDueAt by when the desk must answer; empty when nobody can say
         */
        record Filed(int procedureVersion, int channel, Optional<Instant> answerDueAt) implements What {}

        /**
         * The desk took it in (status 2).
         *
         * @param start of the clock; empty while it waits for something
         */
        record Accepted(Optional<Start> start) implements What {}

        /** The clock that waited since acceptance started. */
        record Started(Start start) implements What {}

        /** The due moment was computed again; the first promise is what it was, if there was one. */
        record Recomputed(Instant dueAt) implements What {}

        /** By when the desk must answer was computed again. */
        record AnswerRecomputed(Instant dueAt) implements What {}

        /** The desk refused it (status 3). */
        record Refused() implements What {}

        /** It is no longer open. */
        record Ended(Ending how) implements What {}

        /** Nothing that figures count, but who holds the dossier may have changed. */
        record Other() implements What {}
    }

    /**
     * The clock started.
     *
     * @param dueAt the first promise too; empty when no due moment could be computed
     */
    public record Start(Optional<Instant> dueAt) {}

    /** How a dossier stops being open. */
    public enum Ending {
        /** Processing ended (status 9). */
        COMPLETED,
        WITHDRAWN,
        STOPPED
    }
}
