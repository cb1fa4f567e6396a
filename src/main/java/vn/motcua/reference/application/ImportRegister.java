package vn.motcua.reference.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.reference.ImportReport;
import vn.motcua.reference.ImportState;
import vn.motcua.reference.Progress;

/** Every import there was, and the one that runs. */
public interface ImportRegister {

    /**
     * Who asks for what.
     *
     * @param caller the subject of the token, or the command
     * @param digest of what is to be imported
     */
    record Request(UUID id, String caller, Optional<String> key, String digest, boolean dryRun, Instant moment) {}

    /** What came of asking. */
    sealed interface Begun {

        record Started(UUID id) implements Begun {}

        /** The same key came with the same content before. */
        record Replayed(UUID id) implements Begun {}

        /** The same key came with other content before. */
        record KeyReused() implements Begun {}

        /** Another import runs. */
        record Busy(UUID id) implements Begun {}
    }

    /**
     * An import as it was last written down.
     *
     * @param report empty while it runs, and where it came to none
     */
    record Entry(
            UUID id,
            String requestedBy,
            Instant requestedAt,
            boolean dryRun,
            ImportState state,
            Progress progress,
            Instant heartbeatAt,
            Optional<Instant> finishedAt,
            Optional<ImportReport> report) {}

    /** How an import ends, and how far it was then. */
    record End(UUID id, ImportState state, Progress progress, Optional<ImportReport> report, Instant moment) {}

    /**
     * Begins it unless another runs.
     *
     * @param begun run as soon as it has begun, even when whoever asks has left meanwhile; else never
     */
    Mono<Begun> begin(Request request, Runnable begun);

    /**
     * Gives up what was last heard of before a moment, and forgets the keys of what was asked before another, of what was given
     * up, and of what failed: who sends such a key again wants it done. Under no lease: it is one statement before each import,
     * and a second finds nothing left of the first.
     */
    Mono<Void> tidy(Instant heardOfBefore, Instant askedBefore);

    /** Says that it still runs; false when it was given up. */
    Mono<Boolean> beat(UUID id, Progress progress, Instant moment);

    /** Ends it without any change to reference data; nothing happens when it has ended. */
    Mono<Void> end(End end);

    Mono<Optional<Entry>> find(UUID id);

    /** The newest first, those after a place in that order. Without their reports. */
    Mono<List<Entry>> newest(Optional<Place> after, int limit);

    /** A place in the order of imports. */
    record Place(Instant requestedAt, UUID id) {}
}
