package vn.motcua.reporting.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.procedure.Channel;
import vn.motcua.reporting.Fact;

/** Where the dossiers of figures are looked for. */
public interface RowDossiers {

    /** The longest read. */
    int LONGEST = 200;

    /**
     * The next dossiers that may be wanted, by when they were accepted.
     *
     * @param after empty for the first
     * @param most at most {@link #LONGEST}
     */
    Mono<List<Candidate>> next(Search search, Optional<Position> after, int most);

    /** A place in the list. */
    record Position(Instant acceptedAt, UUID id) {}

    /**
     * What may be wanted: never less than the rules say, often a little more.
     *
     * @param when it was accepted and ended
     * @param isLate true for only what ended, or is, past the due moment or the first promise
     * @param isByReceiving true when units and agency are those that received it
     * @param knownUntil nothing recorded later counts
     * @param agency 0 for every agency
     * @param procedures ids of versions; none for every procedure
     */
    record Search(
            When when,
            boolean isLate,
            boolean isByReceiving,
            Instant knownUntil,
            Set<Integer> units,
            int agency,
            Set<Integer> procedures,
            Optional<Channel> channel) {

        public Search {
            units = Set.copyOf(units);
            procedures = Set.copyOf(procedures);
        }
    }

    /** When a dossier came or went; from a moment on, before another. */
    sealed interface When {

        record Accepted(Instant from, Instant before) implements When {}

        record Ended(Instant from, Instant before) implements When {}

        /** Accepted before a moment, and as far as it was known, not ended before another. */
        record There(Instant acceptedBefore, Instant endedFrom) implements When {}
    }

    /**
     * A dossier that may be wanted.
     *
     * @param facts as far as they were known
     */
    record Candidate(Position position, String trackingCode, Optional<String> code, List<Fact> facts) {

        public Candidate {
            facts = List.copyOf(facts);
        }
    }
}
