package vn.motcua.dev.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.motcua.dev.simulation.Course.Move;
import vn.motcua.dev.simulation.Course.Progress;
import vn.motcua.dev.simulation.ServiceOverHttp.Told;
import vn.motcua.dossier.Step;

/**
 * A plan lived through over HTTP, each request at its moment, one after another: the same seed sends the same requests. Waits
 * for nothing; the clock goes where the next request is.
 */
final class Live {

    private record Turn(
            Draft draft,
            Instant at,
            @Nullable Step step,
            @Nullable Told dossier) {}

    private static final Comparator<Turn> IN_TIME =
            Comparator.comparing(Turn::at).thenComparingInt(turn -> turn.draft().number());

    private final Plan plan;
    private final ServiceOverHttp service;
    private final Consumer<Instant> clock;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(IN_TIME);
    private final Outcome outcome = new Outcome();

    /**
     * A run of a plan.
     *
     * @param clock moves the service's clock to a moment
     */
    Live(Plan plan, ServiceOverHttp service, Consumer<Instant> clock) {
        this.plan = plan;
        this.service = service;
        this.clock = clock;
    }

    /** What came of the requests. */
    static final class Outcome {

        private int filed;
        private int steps;
        private int refused;
        private int left;

        int filed() {
            return filed;
        }

        int refused() {
            return refused;
        }

        /** How many turns time did not suffice for. */
        int left() {
            return left;
        }

        @Override
        public String toString() {
            return filed + " filed, " + steps + " steps, " + refused + " refused, " + left + " left undone";
        }
    }

    /**
     * Lives it through.
     *
     * @param key makes idempotency keys of this run
     * @param longest of the machine's time, after which the rest is left undone
     */
    Outcome run(String key, Duration longest) {
        long begun = System.nanoTime();
        int number = 0;
        for (Site site : plan.sites()) {
            for (Draft draft : plan.drafts(site, number)) {
                turns.add(new Turn(draft, draft.filedAt(), null, null));
            }
            number += site.dossiers();
        }
        Turn turn = turns.poll();
        while (turn != null && System.nanoTime() - begun < longest.toNanos()) {
            clock.accept(turn.at());
            take(turn, key);
            turn = turns.poll();
        }
        outcome.left = turns.size() + (turn == null ? 0 : 1);
        return outcome;
    }

    private void take(Turn turn, String key) {
        Draft draft = turn.draft();
        Told before = turn.dossier();
        Step step = turn.step();
        Optional<Told> after;
        if (before == null || step == null) {
            after = service.file(draft, key + "-" + draft.number(), turn.at());
            outcome.filed += after.isPresent() ? 1 : 0;
        } else {
            after = service.advance(before, step, draft, turn.at());
            outcome.steps += after.isPresent() ? 1 : 0;
        }
        outcome.refused += after.isPresent() ? 0 : 1;
        after.ifPresent(told -> plan.course()
                .next(draft, new Progress(step, turn.at(), told.dueAt()))
                .filter(move -> move.at().isBefore(plan.end()))
                .ifPresent((Move move) -> turns.add(new Turn(draft, move.at(), move.step(), told))));
    }
}
