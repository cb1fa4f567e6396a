package vn.motcua.deadline;

import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.Term;

/**
 * The steps of a leg: those of its run, what stood in its way, and the time that was given back or granted. What was lost can
 * be found from them alone: it is what of the worked stretches lies inside the pauses, breaks left out.
 */
final class LegSteps {

    private final Leg leg;
    private final Term term;
    private final WorkingTime time;
    private final Steps walk;

    private LegSteps(Leg leg, Term term, WorkingTime time) {
        this.leg = leg;
        this.term = term;
        this.time = time;
        boolean endMoves = leg.daysBack() == 0 || leg.extended().isPresent();
        this.walk = Steps.walk(leg.run(), term, time, endMoves);
    }

    static List<Step> of(Leg leg, Term term, WorkingTime time) {
        LegSteps steps = new LegSteps(leg, term, time);
        leg.given().stream().filter(still -> !leg.isOutageAtRest(still)).forEach(steps::stoodStill);
        leg.extended().ifPresent(_ -> steps.extended());
        steps.givenBack();
        return steps.walk.list().inOrder();
    }

    private void stoodStill(Standstill still) {
        long from = Math.max(still.from(), leg.run().received());
        long to = still.to().orElseThrow();
        Interruption why = still.parts().getFirst();
        walk.list().add(0, Step.Kind.PAUSE, Rule.PAUSE, Reason.of(why.ground()), from, to, why.occasion());
        if (term instanceof Term.WorkingDays || term instanceof Term.SameDay) {
            breaks(Math.max(from, leg.counting()), Math.min(to, leg.run().due()));
        }
    }

    /** Breaks inside a pause: a day counts as a whole, and nothing of its break was lost. */
    private void breaks(long from, long to) {
        for (long day = WorkingTime.dayOf(from); from < to && day <= WorkingTime.dayOf(to); day++) {
            if (time.isWorkingDay(day)) {
                for (int slot = time.firstSlot(day); slot < time.slotsUntil(day); slot++) {
                    walk.lunchBefore(slot, from, to);
                }
            }
        }
    }

    private void extended() {
        walk.list()
                .add(
                        0,
                        Step.Kind.END_MOVED,
                        Rule.EXTENSION,
                        Reason.EXTENDED,
                        leg.run().due(),
                        leg.anchor());
    }

    private void givenBack() {
        if (leg.daysBack() > 0) {
            daysBack();
        } else if (leg.anchor() < leg.due() && term instanceof Term.ClockHours) {
            walk.list().add(0, Step.Kind.END_MOVED, Rule.PAUSE, Reason.PAUSE_GIVEN_BACK, leg.anchor(), leg.due());
        } else if (leg.anchor() < leg.due()) {
            walk.slots(leg.anchor(), leg.due(), false);
            resumed();
        }
    }

    /** Where nothing was left of the term, it is due when work goes on. */
    private void resumed() {
        boolean wasDue = leg.given().stream()
                .map(Standstill::to)
                .flatMap(Optional::stream)
                .anyMatch(end -> time.sameOrNextWorked(end) == leg.due());
        if (wasDue) {
            walk.list().add(0, Step.Kind.END_MOVED, Rule.PAUSE, Reason.WORK_GOES_ON, leg.due(), leg.due());
        }
    }

    private void daysBack() {
        long end = leg.anchorDay() + leg.daysBack();
        for (long day = leg.anchorDay() + 1; day <= end; day++) {
            long until = Math.min(WorkingTime.startOf(day + 1), leg.due());
            walk.list()
                    .untilDue(
                            0,
                            Step.Kind.END_MOVED,
                            Rule.PAUSE,
                            Reason.PAUSE_GIVEN_BACK,
                            WorkingTime.startOf(day),
                            until);
        }
        walk.moved(end, WorkingTime.dayOf(leg.due()), Rule.END, Reason.END_MOVED);
    }
}
