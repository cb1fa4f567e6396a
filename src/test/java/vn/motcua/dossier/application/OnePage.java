package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.platform.Lease;

/** A run that finds the same page for ever, and remembers what it is told. */
final class OnePage implements Recomputations {

    static final int PAGES_A_TURN = 20;

    final List<Step> steps = new ArrayList<>();
    final List<Examination> kept = new ArrayList<>();
    private final List<Dossier> page;
    private final int moved;

    /** @param moved what keeping a page answers */
    OnePage(List<Dossier> page, int moved) {
        this.page = page;
        this.moved = moved;
    }

    @Override
    public Mono<Run> newest() {
        return Mono.just(new Run(1, new State(1, 1, 1), Instant.EPOCH, new UUID(0, 0), false, 0, false));
    }

    @Override
    public Mono<Boolean> begin(State state, Instant moment, Lease lease) {
        return Mono.just(false);
    }

    @Override
    public Mono<List<Dossier>> running(UUID after, int most) {
        return kept.size() > 10 * PAGES_A_TURN ? Mono.error(new AssertionError("No turn ends")) : Mono.just(page);
    }

    @Override
    public Mono<Followers> followers(long afterPosition, int most) {
        return Mono.just(new Followers(List.of(), afterPosition));
    }

    @Override
    public Mono<Integer> keep(Run run, Step step, Examination examination, Lease lease) {
        steps.add(step);
        kept.add(examination);
        return Mono.just(moved);
    }

    @Override
    public Mono<Boolean> end(Run run, Instant settled, Instant moment, Lease lease) {
        return Mono.just(false);
    }

    @Override
    public Mono<Optional<Progress>> progress(int calendarVersion) {
        return Mono.just(Optional.empty());
    }
}
