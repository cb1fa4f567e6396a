package vn.motcua.deadline;

import static vn.motcua.calendar.WorkingTime.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Clock clock;
    private final List<Standstill> standstills;
    private final List<Interruption> restarts = new ArrayList<>();
    private final List<Interruption> tooLate = new ArrayList<>();
    private final Optional<Deadline> first;
    private Optional<ExtensionRule.Fault> extensionFault = Optional.empty();
    private Optional<Interruption> restarting = Optional.empty();
    private @Nullable Course course;

    private Reckoning(ClockHistory history, Term term, ClockPolicy policy, WorkingTime time) {
        this.history = history;
        this.term = term;
        this.policy = policy;
        this.clock = new Clock(time, policy.firstDay());
        this.standstills = Standstill.merged(having(Effect.PAUSE));
        this.course = Deadlines.outside(history.startedAt(), time.calendar()).isPresent()
                ? null
                : course(history.startedAt());
        this.first = course == null ? Optional.empty() : course.deadline();
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

    private @Nullable Course course(Instant from) {
        return Course.of(WorkingTime.local(from), term, clock);
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
        if (course != null && restarting.isEmpty()) {
            course.stand(still);
        }
    }

    private void extend(Extension extension) {
        if (course != null && restarting.isEmpty() && !extension.recordedAt().isBefore(course.startedAt())) {
            extensionFault = course.extend(extension);
        }
    }

    private void restart(Interruption restart) {
        if (course == null || restarting.isPresent()) {
            return;
        }
        if (course.open().isEmpty() && !course.isInTime(WorkingTime.local(restart.from()))) {
            tooLate.add(restart);
        } else if (restart.to().isEmpty()) {
            restarting = Optional.of(restart);
        } else {
            restarts.add(restart);
            tooLate.addAll(course.tooLate());
            course = course(latest(course.startedAt(), restart.to().get()));
            standstills.stream()
                    .filter(still -> still.from() <= WorkingTime.local(restart.from()))
                    .forEach(this::stand);
        }
    }

    /** A request inside another that was completed later takes nothing back. */
    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** The first due moment; empty when the calendar did not reach so far. */
    public Optional<Deadline> firstPromise() {
        return first;
    }

    /** The due moment now; empty while the clock stands still and when the calendar does not reach so far. */
    public Optional<Deadline> deadline() {
        return course == null || standing().isPresent() ? Optional.empty() : course.deadline();
    }

    /** What keeps the clock from running. */
    public Optional<Interruption> standing() {
        return restarting.or(() -> Optional.ofNullable(course)
                .flatMap(Course::open)
                .flatMap(still -> still.parts().stream()
                        .filter(part -> part.to().isEmpty())
                        .findFirst()));
    }

    /** What the clock stood still for since it last began, ended ones only, in order. */
    public List<Interruption> pauses() {
        return course == null
                ? List.of()
                : course.given().stream()
                        .flatMap(still -> still.parts().stream())
                        .toList();
    }

    /** After what the clock began again, in order. */
    public List<Interruption> restarts() {
        return List.copyOf(restarts);
    }

    /** What came after the due moment and moved nothing. */
    public List<Interruption> tooLate() {
        List<Interruption> all = new ArrayList<>(tooLate);
        Optional.ofNullable(course).ifPresent(last -> all.addAll(last.tooLate()));
        return all;
    }

    /** The extension that moved the due moment, if one did and the clock has not begun again since. */
    public Optional<Extension> extension() {
        return Optional.ofNullable(course).flatMap(Course::extended);
    }

    /** The stages of a term that has some, since the clock last began; none of an extended one behind that in which it was. */
    List<StageSpan> stages() {
        if (!(term instanceof Term.Composite(List<Term.Stage> stages))) {
            return List.of();
        }
        return course == null ? unknown(stages) : course.spans(restarting.map(Interruption::from));
    }

    private List<StageSpan> unknown(List<Term.Stage> stages) {
        return stages.stream()
                .map(stage -> new StageSpan(
                        stage.name(),
                        Optional.of(history.startedAt()).filter(_ -> stage.equals(stages.getFirst())),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
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
        return course == null || course.due() == UNKNOWN
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(course.remaining(
                        WorkingTime.local(restarting.map(Interruption::from).orElse(at)))));
    }

    /**
     * Every step to the due moment since the clock last began, in order, and what was asked for too late to move it; nothing while there
     * is no due moment.
     */
    public List<Step> steps() {
        if (course == null || deadline().isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (!restarts.isEmpty()) {
            Instant again = course.startedAt();
            steps.add(Step.aside(Step.Kind.START_DAY, Rule.RESTART, Reason.BEGUN_AGAIN, again, again));
        }
        steps.addAll(course.steps());
        Instant due = deadline().get().dueAt();
        tooLate().stream()
                .filter(late -> late.isAskedFor() && late.from().isAfter(due))
                .sorted(Comparator.comparing(Interruption::from))
                .map(late -> Step.aside(
                        Step.Kind.PAUSE,
                        Rule.TOO_LATE,
                        Reason.CAME_TOO_LATE,
                        late.from(),
                        late.to().orElse(late.from())))
                .forEach(steps::add);
        return steps;
    }
}
