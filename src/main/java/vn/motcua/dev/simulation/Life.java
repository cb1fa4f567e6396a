package vn.motcua.dev.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.motcua.dev.simulation.Course.Move;
import vn.motcua.dev.simulation.Course.Progress;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.application.DecidedActs;
import vn.motcua.dossier.application.DecidedActs.Act;
import vn.motcua.dossier.application.DecidedActs.Begun;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.Request;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;

/** All dossiers of one site, lived through in memory in the order of their moments. */
final class Life {

    /** What happens, as it happens. */
    interface Witness {

        void happened(LoggedEvent event);

        /** Nothing more happens to a dossier. */
        void left(Dossier dossier, Person owner);

        /** The last number of a day. */
        void numbered(int agency, LocalDate day, int last);
    }

    private record Turn(
            Draft draft,
            Instant at,
            @Nullable Step step,
            @Nullable Dossier dossier,
            @Nullable Person owner) {}

    private static final Comparator<Turn> IN_TIME =
            Comparator.comparing(Turn::at).thenComparingInt(turn -> turn.draft().number());

    private final Plan plan;
    private final Reference reference;
    private final Witness witness;
    private final Map<Numbering, Integer> numbers = new HashMap<>();
    private final DecidedActs acts;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(IN_TIME);

    Life(Plan plan, Reference reference, Random random, Witness witness) {
        this.plan = plan;
        this.reference = reference;
        this.witness = witness;
        this.acts = new DecidedActs(random, series -> numbers.merge(series, 1, Integer::sum));
    }

    /** Lives it through. */
    void live(Site site, int firstNumber) {
        for (Draft draft : plan.drafts(site, firstNumber)) {
            turns.add(new Turn(draft, draft.filedAt(), null, null, null));
        }
        for (Turn turn = turns.poll(); turn != null; turn = turns.poll()) {
            if (turn.dossier() == null || turn.owner() == null || turn.step() == null) {
                filed(turn);
            } else {
                stepped(turn, turn.dossier(), turn.owner(), turn.step());
            }
        }
        numbers.forEach((series, last) -> witness.numbered(series.agency(), series.day(), last));
        numbers.clear();
    }

    private void filed(Turn turn) {
        Draft draft = turn.draft();
        Begun begun = acts.file(request(Actor.filing(draft).caller(), turn.at()), Commands.filing(draft), reference);
        witness.happened(begun.act().event());
        goOn(draft, null, begun.act().dossier(), begun.owner());
    }

    private void stepped(Turn turn, Dossier before, Person owner, Step step) {
        Draft draft = turn.draft();
        Act act = acts.advance(
                request(Actor.of(step, draft).caller(), turn.at()), before, Commands.of(step, draft), reference);
        witness.happened(act.event());
        goOn(draft, step, act.dossier(), owner);
    }

    private void goOn(Draft draft, @Nullable Step last, Dossier dossier, Person owner) {
        Progress progress =
                new Progress(last, dossier.lastEventAt(), dossier.promise().flatMap(Promise::dueAt));
        Optional<Move> next =
                plan.course().next(draft, progress).filter(move -> move.at().isBefore(plan.end()));
        next.ifPresentOrElse(
                move -> turns.add(new Turn(draft, move.at(), move.step(), dossier, owner)),
                () -> witness.left(dossier, owner));
    }

    private static Request request(Caller caller, Instant at) {
        return new Request(caller, at, Optional.empty(), "");
    }
}
