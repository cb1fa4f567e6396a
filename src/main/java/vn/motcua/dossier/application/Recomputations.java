package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.platform.Lease;

/** Where it is kept how far the running dossiers were brought up to the newest calendar and catalogue. */
public interface Recomputations {

    /** The newest. */
    Mono<Run> newest();

    /** Begins one for a state, if the lease is still held and no run is of that state or a newer one. */
    Mono<Boolean> begin(State state, Instant moment, Lease lease);

    /** The next dossiers with a clock that runs, at the desk or after acceptance, in the order of their ids. */
    Mono<List<Dossier>> running(UUID after, int most);

    /** The running ones among those whose clock may have started in a stretch of the log. */
    Mono<Followers> followers(long afterPosition, int most);

    /**
     * Writes what happens to the examined dossiers and how far the run is, in one statement, if the lease is still held and
     * nobody moved the run on. A dossier that somebody moved meanwhile is left as it is; then the run stays where it was.
     * One that stays as it is and would be warned at another moment than planned is looked at by the sweeper.
     */
    Mono<Integer> keep(Run run, Step step, Examination examination, Lease lease);

    /** Ends a run, if the lease is still held and no event that was recorded by {@code settled} waits for its position. */
    Mono<Boolean> end(Run run, Instant settled, Instant moment, Lease lease);

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

    /** What became of dossiers that were looked at in one moment. */
    record Examination(List<Examined> examined, Instant moment) {

        public Examination {
            examined = List.copyOf(examined);
        }

        public List<Change> changes() {
            return examined.stream()
                    .flatMap(one -> one instanceof Change change ? Stream.of(change) : Stream.empty())
                    .toList();
        }

        public List<Unmoved> unmoved() {
            return examined.stream()
                    .flatMap(one -> one instanceof Unmoved same ? Stream.of(same) : Stream.empty())
                    .toList();
        }
    }

    /** What became of one. */
    sealed interface Examined {}

    /**
     * A due moment that is another one.
     *
     * @param dueBefore empty when there was none
     * @param ofAnswer that by when the desk must answer, and not that of processing
     * @param nextWarning when the first warning comes by the new one; empty when none will
     */
    record Change(
            Dossier after,
            LoggedEvent event,
            Optional<Instant> dueBefore,
            boolean ofAnswer,
            Optional<Instant> nextWarning)
            implements Examined {}

    /**
     * A dossier that stays as it is.
     *
     * @param nextWarning when the next warning comes by what is known now; empty when none will
     */
    record Unmoved(UUID dossier, int version, Optional<Instant> nextWarning) implements Examined {}

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
