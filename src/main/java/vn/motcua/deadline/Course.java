package vn.motcua.deadline;

import static vn.motcua.calendar.WorkingTime.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.Term;

/** A term from where it last began to count to its end: its stages one after the other, most terms having one only. */
final class Course {

    private final Clock clock;
    private List<Term.Stage> stages;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Interruption> tooLate = new ArrayList<>();

    private Course(Clock clock, List<Term.Stage> stages, Leg first) {
        this.clock = clock;
        this.stages = stages;
        legs.add(first);
    }

    /** Null where the calendar does not know where the first stage ends. */
    static @Nullable Course of(long received, Term term, Clock clock) {
        List<Term.Stage> stages = term instanceof Term.Composite(var parts) ? parts : List.of(new Term.Stage("", term));
        Run run = clock.run(received, stages.getFirst().term());
        return run == null ? null : new Course(clock, stages, leg(run, stages.getFirst(), clock));
    }

    private static Leg leg(Run run, Term.Stage stage, Clock clock) {
        return new Leg(run, stage.term(), clock.time());
    }

    /** From when it counts. */
    Run run() {
        return legs.getFirst().run();
    }

    private Leg last() {
        return legs.getLast();
    }

    private boolean enterNext() {
        if (legs.size() == stages.size() || last().due() == UNKNOWN) {
            return false;
        }
        Term.Stage next = stages.get(legs.size());
        Run run = clock.next(last().due(), next.term());
        return run != null && legs.add(leg(run, next, clock));
    }

    /** The same course, gone to its end without anything more in its way; null where the calendar ends before. */
    private @Nullable Course complete() {
        Course whole = gone();
        return whole.legs.size() < stages.size() ? null : whole;
    }

    private Course gone() {
        Course whole = new Course(clock, stages, legs.getFirst());
        whole.legs.addAll(legs.subList(1, legs.size()));
        while (whole.enterNext()) {
            // as far as the calendar knows
        }
        return whole;
    }

    /**
     * Each stage, as far as it has begun.
     *
     * @param restarting when the clock was stopped, to begin anew
     */
    List<StageSpan> spans(Optional<Instant> restarting) {
        List<Leg> known = gone().legs;
        List<StageSpan> spans = new ArrayList<>();
        Optional<Instant> from = Optional.of(startedAt());
        for (int at = 0; at < stages.size(); at++) {
            Optional<Leg> leg = from.isPresent() && at < known.size() ? Optional.of(known.get(at)) : Optional.empty();
            StageSpan span = new StageSpan(
                    stages.get(at).name(),
                    from,
                    leg,
                    restarting.filter(since -> leg.filter(one -> one.isInTime(WorkingTime.local(since)))
                            .isPresent()));
            spans.add(span);
            from = span.dueAt();
        }
        return spans;
    }

    long due() {
        Course whole = complete();
        return whole == null ? UNKNOWN : whole.last().due();
    }

    List<Standstill> given() {
        return legs.stream().flatMap(leg -> leg.given().stream()).toList();
    }

    List<Interruption> tooLate() {
        return Stream.concat(legs.stream().flatMap(leg -> leg.tooLate().stream()), tooLate.stream())
                .toList();
    }

    Optional<Standstill> open() {
        return last().open();
    }

    Optional<Extension> extended() {
        return last().extended();
    }

    boolean isInTime(long moment) {
        long due = due();
        return due != UNKNOWN && moment <= due;
    }

    void stand(Standstill standstill) {
        while (open().isEmpty() && !last().isInTime(standstill.from()) && enterNext()) {
            // a stage that is over has nothing more in its way
        }
        last().stand(standstill);
        while (standstill.to().filter(end -> end > last().due()).isPresent() && enterNext()) {
            last().stand(standstill);
        }
    }

    /** A new due moment of the whole, where the rule of its day allows it: the stage of that day then lasts until it. */
    Optional<ExtensionRule.Fault> extend(Extension extension) {
        long due = due();
        if (due == UNKNOWN) {
            return Optional.empty();
        }
        long recorded = WorkingTime.local(extension.recordedAt());
        Optional<ExtensionRule.Fault> fault = ExtensionRule.on(
                        WorkingTime.dateTime(recorded).toLocalDate())
                .fault(WorkingTime.instant(due), extension);
        if (fault.isEmpty()) {
            while (legs.size() > 1 && recorded <= legs.get(legs.size() - 2).due()) {
                legs.removeLast();
            }
            while (open().isEmpty() && !last().isInTime(recorded) && enterNext()) {
                // what is over keeps its end
            }
            last().extend(extension);
            stages = stages.subList(0, legs.size());
        }
        return fault;
    }

    /** What is left at a moment of this stage and of those behind it. */
    long remaining(long moment) {
        Course whole = complete();
        List<Leg> all = whole == null ? legs : whole.legs;
        int at = 0;
        while (at < all.size() - 1
                && all.get(at).open().isEmpty()
                && all.get(at).due() < moment) {
            at++;
        }
        return all.get(at).remaining(moment)
                + all.subList(at + 1, all.size()).stream()
                        .mapToLong(leg -> leg.remaining(leg.counting()))
                        .sum();
    }

    List<Step> steps() {
        Course whole = complete();
        List<Step> steps = new ArrayList<>();
        if (whole != null) {
            for (int at = 0; at < stages.size(); at++) {
                String name = stages.get(at).name();
                if (at > 0) {
                    Instant begins =
                            WorkingTime.instant(whole.legs.get(at).run().received());
                    steps.add(Step.aside(Step.Kind.START_DAY, Rule.STAGES, Reason.STAGE_BEGINS, begins, begins)
                            .in(name));
                }
                LegSteps.of(whole.legs.get(at), stages.get(at).term(), clock.time())
                        .forEach(step -> steps.add(step.in(name)));
            }
        }
        return steps;
    }

    /** The due moment, while the calendar knows it. */
    Optional<Deadline> deadline() {
        Course whole = complete();
        if (whole == null || whole.last().due() == UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(
                WorkingTime.instant(whole.last().due()),
                WorkingTime.instant(run().from()),
                clock.time().calendar().version(),
                Rule.VERSION,
                whole.legs.stream().anyMatch(Leg::dependsOnForecast)));
    }

    Instant startedAt() {
        return WorkingTime.instant(run().received());
    }
}
