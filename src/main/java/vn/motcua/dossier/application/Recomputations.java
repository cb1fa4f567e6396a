package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.platform.Lease;

/** Where it is kept how far the running dossiers were brought up to the newest calendar and catalogue. */
public interface Recomputations {

    /** The newest. */
    Mono<Run> newest();

    /** Begins one for a state, if the lease is still held and no run is of that state or a newer one. */
    Mono<Boolean> begin(State state, Instant moment, Lease lease);

    /** The next running dossiers in the order of their ids. */
    Mono<List<Dossier>> running(UUID after, int most);

    /** The running ones among those whose clock may have started in a stretch of the log. */
    Mono<Followers> followers(long afterPosition, int most);

    /**
     * Writes what happens to the examined dossiers and how far the run is, in one statement, if the lease is still held and
     * nobody moved the run on. A dossier that somebody moved meanwhile is left as it is; then the run stays where it was.
     */
    Mono<Integer> keep(Run run, Step step, List<Change> changes, Lease lease);

    /** Ends a run, if the lease is still held. */
    Mono<Boolean> end(Run run, Instant moment, Lease lease);

    /** How far dossiers were brought up to a version of the calendar; empty while nobody began. */
    Mono<Optional<Progress>> progress(int calendarVersion);

    /**
     * The state of the reference data that due moments are computed with.
     *
     * @param calendar number of the calendar's state
     * @param procedures number of the catalogue's state
     */
    record State(int calendarVersion, long calendar, long procedures) {

        boolean isNewerThan(State other) {
            return calendar >= other.calendar && procedures >= other.procedures && !equals(other);
        }
    }

    /** A run, and how far it is. */
    record Run(
            long id,
            State state,
            Instant startedAt,
            UUID lastDossier,
            boolean walked,
            long logPosition,
            boolean ended) {}

    /** How far a run goes. */
    record Step(int examined, UUID lastDossier, boolean walked, long logPosition) {}

    /** A stretch of the log, up to a position, and the running dossiers in it. */
    record Followers(List<Dossier> dossiers, long through) {}

    /**
     * A due moment that is another one.
     *
     * @param dueBefore empty when there was none
     * @param nextWarning when the first warning comes by the new one; empty when none will
     */
    record Change(Dossier after, LoggedEvent event, Optional<Instant> dueBefore, Optional<Instant> nextWarning) {}

    /** How far, in dossiers. */
    record Progress(boolean ended, int total, int examined, int moved) {

        /** How many are still to be examined. */
        public int remaining() {
            return ended ? 0 : Math.max(0, total - examined);
        }

        /** Of a hundred; a hundred only at the end. */
        public int percent() {
            return ended ? 100 : total == 0 ? 0 : (int) Math.min(99, 100L * examined / total);
        }
    }
}
