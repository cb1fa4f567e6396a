package vn.motcua.deadline;

import static vn.motcua.calendar.WorkingTime.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.Term;

/**
 * A clock reckoned from its history: the due moment with every pause, restart and extension, and the first promise, which none
 * of them changes.
 */
public final class Reckoning {

    private final ClockHistory history;
    private final Term term;
    private final ClockPolicy policy;
    private final WorkingTime time;
    private final Clock clock;
    private final List<Standstill> standstills;
    private final List<Interruption> restarts = new ArrayList<>();
    private final List<Interruption> tooLate = new ArrayList<>();
    private final Optional<Deadline> first;
    private Optional<ExtensionRule.Fault> extensionFault = Optional.empty();
    private Optional<Interruption> restarting = Optional.empty();
    private @Nullable Leg leg;

    private Reckoning(ClockHistory history, Term term, ClockPolicy policy, WorkingTime time) {
        this.history = history;
        this.term = term;
        this.policy = policy;
        this.time = time;
        this.clock = new Clock(time, policy.firstDay());
        this.standstills = Standstill.merged(having(Effect.PAUSE));
        this.leg =
                Deadlines.outside(history.startedAt(), time.calendar()).isPresent() ? null : leg(history.startedAt());
        this.first = leg == null ? Optional.empty() : deadline(leg);
    }

    /** The clock after everything that happened. */
    public static Reckoning of(ClockHistory history, Term term, ClockPolicy policy, WorkingTime time) {
        Reckoning reckoning = new Reckoning(history, term, policy, time);
        reckoning.go();
        return reckoning;
    }

    private List<Interruption> having(Effect effect) {
        return history.interruptions().stream()
                .filter(one -> one.effect(policy) == effect)
                .toList();
    }

    private @Nullable Leg leg(Instant from) {
        Run run = clock.run(WorkingTime.local(from), term);
        return run == null ? null : new Leg(run, term, time);
    }

    private void go() {
        List<Happening> happenings = new ArrayList<>();
        standstills.forEach(still -> happenings.add(new Happening(still.from(), () -> stand(still))));
        having(Effect.RESTART)
                .forEach(restart ->
                        happenings.add(new Happening(WorkingTime.local(restart.from()), () -> restart(restart))));
        history.extension()
                .ifPresent(extension -> happenings.add(
                        new Happening(WorkingTime.local(extension.recordedAt()), () -> extend(extension))));
        happenings.stream().sorted().forEach(happening -> happening.effect().run());
    }

    private record Happening(long at, Runnable effect) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            return Long.compare(at, other.at);
        }
    }

    private void stand(Standstill still) {
        if (leg != null && restarting.isEmpty()) {
            leg.stand(still);
        }
    }

    private void extend(Extension extension) {
        if (leg != null && restarting.isEmpty()) {
            extensionFault = leg.extend(extension);
        }
    }

    private void restart(Interruption restart) {
        if (leg == null || restarting.isPresent()) {
            return;
        }
        if (leg.open().isEmpty() && !leg.isInTime(WorkingTime.local(restart.from()))) {
            tooLate.add(restart);
        } else if (restart.to().isEmpty()) {
            restarting = Optional.of(restart);
        } else {
            restarts.add(restart);
            tooLate.addAll(leg.tooLate());
            leg = leg(restart.to().get());
            standstills.stream()
                    .filter(still -> still.from() < WorkingTime.local(restart.from()))
                    .forEach(this::stand);
        }
    }

    /** The first due moment; empty when the calendar did not reach so far. */
    public Optional<Deadline> firstPromise() {
        return first;
    }

    /** The due moment now; empty while the clock stands still and when the calendar does not reach so far. */
    public Optional<Deadline> deadline() {
        return leg == null || standing().isPresent() ? Optional.empty() : deadline(leg);
    }

    /** What keeps the clock from running. */
    public Optional<Interruption> standing() {
        return restarting.or(() -> Optional.ofNullable(leg)
                .flatMap(Leg::open)
                .flatMap(still -> still.parts().stream()
                        .filter(part -> part.to().isEmpty())
                        .findFirst()));
    }

    /** What the clock stood still for since it last began, ended ones only, in order. */
    public List<Interruption> pauses() {
        return leg == null
                ? List.of()
                : leg.given().stream().flatMap(still -> still.parts().stream()).toList();
    }

    /** After what the clock began again, in order. */
    public List<Interruption> restarts() {
        return List.copyOf(restarts);
    }

    /** What came after the due moment and moved nothing. */
    public List<Interruption> tooLate() {
        List<Interruption> all = new ArrayList<>(tooLate);
        Optional.ofNullable(leg).ifPresent(last -> all.addAll(last.tooLate()));
        return all;
    }

    /** The extension that moved the due moment, if one did and the clock has not begun again since. */
    public Optional<Extension> extension() {
        return Optional.ofNullable(leg).flatMap(Leg::extended);
    }

    /** Why the extension that was recorded moved nothing. */
    public Optional<ExtensionRule.Fault> extensionFault() {
        return extensionFault;
    }

    /**
     * What is left at a moment, in working time, for clock hours by the wall clock: constant while the clock stands still, less
     * than nothing after the due moment. Empty when the calendar does not reach so far.
     */
    public Optional<Duration> remaining(Instant at) {
        return leg == null || leg.due() == UNKNOWN
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(leg.remaining(
                        WorkingTime.local(restarting.map(Interruption::from).orElse(at)))));
    }

    /** Every step to the due moment since the clock last began, in order; nothing while there is no due moment. */
    public List<Step> steps() {
        return leg == null || deadline().isEmpty() ? List.of() : Steps.of(leg, term, time);
    }

    private Optional<Deadline> deadline(Leg now) {
        if (now.due() == UNKNOWN) {
            return Optional.empty();
        }
        Run run = now.run();
        boolean moved = now.due() != run.due();
        return Optional.of(new Deadline(
                WorkingTime.instant(now.due()),
                WorkingTime.instant(run.from()),
                time.calendar().version(),
                Rule.VERSION,
                Deadlines.dependsOnForecast(run, term, time)
                        || (moved
                                && time.hasForecast(
                                        run.dueDay(), Math.max(run.dueDay(), WorkingTime.dayOf(now.due()))))));
    }
}
