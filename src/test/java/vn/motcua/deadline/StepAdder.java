package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds up an explanation as a reader would, with nothing but its steps: no calendar, no term, no history. It is refused where
 * the steps contradict each other.
 */
final class StepAdder {

    private final List<Step> steps;

    private StepAdder(List<Step> steps) {
        this.steps = steps;
    }

    /** The due moment that the steps lead to: that of the last stage, where there are some. */
    static Instant due(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.rule() != Rule.TOO_LATE)
                .collect(
                        Collectors.groupingBy(step -> step.stage().orElse(""), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(stage -> new StepAdder(stage).end())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private Instant end() {
        stretchesDoNotOverlap();
        if (steps.stream().noneMatch(step -> step.rule() == Rule.EXTENSION)) {
            whatWasLostIsGivenBack();
        }
        return moving().map(Step::to).max(Instant::compareTo).orElseThrow();
    }

    /** What moves the end: all but pauses and breaks. */
    private Stream<Step> moving() {
        return steps.stream().filter(step -> step.kind() != Step.Kind.PAUSE && step.kind() != Step.Kind.LUNCH);
    }

    private void stretchesDoNotOverlap() {
        Instant reached = Instant.MIN;
        for (Step step : moving().toList()) {
            if (step.from().isBefore(reached)) {
                throw new IllegalStateException("Two steps of the same time: " + step);
            }
            reached = step.to();
        }
    }

    private void whatWasLostIsGivenBack() {
        boolean wholeDays =
                steps.stream().anyMatch(step -> step.rule() == Rule.CALENDAR_DAYS || step.rule() == Rule.MONTHS);
        long back = wholeDays
                ? given().count()
                : given().mapToLong(StepAdder::nanos).sum();
        long lost = wholeDays ? lostDays() : lost();
        if (back != lost) {
            throw new IllegalStateException("Lost " + lost + ", given back " + back);
        }
    }

    private Stream<Step> given() {
        return steps.stream().filter(step -> step.kind() == Step.Kind.END_MOVED && step.rule() == Rule.PAUSE);
    }

    /** Days begun in all pauses together, after the start day, which does not count. */
    private long lostDays() {
        Instant begins = steps.stream()
                .filter(step -> step.counted() > 0)
                .map(Step::from)
                .findFirst()
                .orElseThrow();
        long nanos = pauses().filter(pause -> pause.to().isAfter(begins))
                .mapToLong(pause -> Duration.between(later(pause.from(), begins), pause.to())
                        .toNanos())
                .sum();
        return Math.ceilDiv(nanos, Duration.ofDays(1).toNanos());
    }

    private Stream<Step> pauses() {
        return steps.stream().filter(step -> step.kind() == Step.Kind.PAUSE);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What of counted and given stretches lies inside pauses, without breaks. */
    private long lost() {
        long lost = 0;
        for (Step pause : pauses().toList()) {
            for (Step step : steps) {
                lost += isStretch(step) ? common(pause, step) : 0;
                lost -= step.kind() == Step.Kind.LUNCH && isInADay(step) ? common(pause, step) : 0;
            }
        }
        return lost;
    }

    private boolean isStretch(Step step) {
        return step.counted() > 0
                || (step.kind() == Step.Kind.END_MOVED && step.rule() == Rule.PAUSE)
                || (step.rule() == Rule.SAME_DAY && step.reason() != Reason.AFTER_CUT_OFF);
    }

    /** Whether a break lies inside a stretch that is a whole day, and not between two. */
    private boolean isInADay(Step lunch) {
        return steps.stream().anyMatch(step -> isStretch(step) && common(lunch, step) > 0);
    }

    private static long common(Step one, Step other) {
        Instant from = later(one.from(), other.from());
        Instant to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return from.isBefore(to) ? Duration.between(from, to).toNanos() : 0;
    }

    private static long nanos(Step step) {
        return Duration.between(step.from(), step.to()).toNanos();
    }
}
