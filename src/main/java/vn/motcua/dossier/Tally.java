package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an event adds to the counters on one day. Decided here and kept in the event, so that everybody who sums the log
 * gets the same figures (ADR 16). What is due is keyed by the due day: time passing is in the key.
 *
 * @param day when it happened, in Viet Nam; the due day for {@link Measure#DUE_OPEN} and {@link Measure#INTAKE_DUE_OPEN}
 * @param holder the agency whose counters change; empty for the competent one of the event
 * @param counts what is added to which measure, never none
 */
public record Tally(LocalDate day, Basis basis, Optional<Holder> holder, Map<Measure, Integer> counts) {

    /** Against what lateness is judged. */
    public enum Basis {
        /** The due moment as it stands. */
        DUE,
        /** What to add when the first promise is asked for instead (OT-5). */
        FIRST
    }

    public Tally {
        counts = Map.copyOf(counts);
    }

    /**
     * Everything that an event adds.
     *
     * @param after the dossier as the event left it
     */
    public static List<Tally> of(DossierEvent event, Dossier after) {
        return summed(each(event, after));
    }

    private static List<Tally> each(DossierEvent event, Dossier after) {
        return switch (event) {
            case DossierEvent.Filed(Instant at, Matter _, Optional<Instant> dueAt, var _) -> filed(at, dueAt, 1);
            case DossierEvent.Routed routed -> routed(routed, after);
            case DossierEvent.Accepted(Instant at, ClockStart clock, var _) ->
                both(answered(at, after, Measure.ACCEPTED_IN_TIME, Measure.ACCEPTED_LATE), received(at, clock));
            case DossierEvent.Refused(Instant at) -> answered(at, after, Measure.REFUSED_IN_TIME, Measure.REFUSED_LATE);
            case DossierEvent.Received(Instant at, Optional<Promise> promise) ->
                promise.map(promised -> promised(at, promised, Map.of(Measure.NOT_STARTED_OPEN, -1)))
                        .orElse(List.of());
            case DossierEvent.DeadlineRecomputed recomputed -> recomputed(recomputed);
            case DossierEvent.AnswerRecomputed recomputed -> answerMoved(recomputed);
            case DossierEvent.Completed completed -> completed(completed, after);
            case DossierEvent.Announced _,
                    DossierEvent.HandedOver _,
                    DossierEvent.Returned _,
                    DossierEvent.RepresentationEnded _,
                    DossierEvent.DeadlineWarned _ -> List.of();
        };
    }

    private static List<Tally> filed(Instant at, Optional<Instant> dueAt, int change) {
        List<Tally> tallies = new ArrayList<>(List.of(on(Timeliness.dayOf(at), Measure.FILED, change)));
        dueAt.map(Timeliness::dayOf)
                .map(due -> on(due, Measure.INTAKE_DUE_OPEN, change))
                .ifPresent(tallies::add);
        return tallies;
    }

    /** Its intake moves, whole, from those who had it to those who decide. */
    private static List<Tally> routed(DossierEvent.Routed routed, Dossier after) {
        Instant filedAt = after.milestones().filedAt().orElseThrow();
        Optional<Instant> dueAt = after.milestones().intakeDueAt();
        return both(
                filed(filedAt, dueAt, 1),
                filed(filedAt, dueAt, -1).stream()
                        .map(tally -> tally.heldBy(routed.before()))
                        .toList());
    }

    private static List<Tally> answered(Instant at, Dossier dossier, Measure inTime, Measure late) {
        LocalDate day = Timeliness.dayOf(at);
        Optional<Instant> dueAt = dossier.milestones().intakeDueAt();
        Predicate<Instant> isLate = at::isAfter;
        List<Tally> tallies =
                new ArrayList<>(List.of(on(day, dueAt.filter(isLate).isPresent() ? late : inTime, 1)));
        dueAt.map(Timeliness::dayOf)
                .map(due -> day.isAfter(due) ? on(day, Measure.INTAKE_LEFT, 1) : on(due, Measure.INTAKE_DUE_OPEN, -1))
                .ifPresent(tallies::add);
        return tallies;
    }

    private static List<Tally> received(Instant at, ClockStart clock) {
        return switch (clock) {
            case ClockWait _ ->
                List.of(on(Timeliness.dayOf(at), Map.of(Measure.RECEIVED, 1, Measure.NOT_STARTED_OPEN, 1)));
            case Promise promise -> promised(at, promise, Map.of(Measure.RECEIVED, 1));
        };
    }

    private static List<Tally> promised(Instant at, Promise promise, Map<Measure, Integer> counts) {
        LocalDate day = Timeliness.dayOf(at);
        if (promise.dueAt().isEmpty()) {
            Map<Measure, Integer> withoutDue = new HashMap<>(counts);
            withoutDue.put(Measure.RECEIVED_WITHOUT_DUE, 1);
            return List.of(on(day, withoutDue));
        }
        return List.of(on(day, counts), on(Timeliness.dayOf(promise.dueAt().get()), Measure.DUE_OPEN, 1));
    }

    /**
     * From then on it counts as if it had always been due so; against the first promise nothing moves. A due moment that
     * came is the first promise too, and takes out what counted the dossier as without one.
     */
    private static List<Tally> recomputed(DossierEvent.DeadlineRecomputed recomputed) {
        Tally now = dueOn(recomputed.promise(), 1).orElseThrow();
        return dueOn(recomputed.before(), -1)
                .map(before -> List.of(before, now))
                .map(moved -> both(moved, difference(List.of(), moved)))
                .orElseGet(() ->
                        List.of(on(Timeliness.dayOf(recomputed.startedAt()), Measure.RECEIVED_WITHOUT_DUE, -1), now));
    }

    private static List<Tally> answerMoved(DossierEvent.AnswerRecomputed recomputed) {
        Tally now = on(Timeliness.dayOf(recomputed.dueAt()), Measure.INTAKE_DUE_OPEN, 1);
        return recomputed
                .before()
                .map(before -> List.of(on(Timeliness.dayOf(before), Measure.INTAKE_DUE_OPEN, -1), now))
                .orElse(List.of(now));
    }

    private static Optional<Tally> dueOn(Promise promise, int change) {
        return promise.dueAt().map(Timeliness::dayOf).map(due -> on(due, Measure.DUE_OPEN, change));
    }

    private static List<Tally> completed(DossierEvent.Completed completed, Dossier after) {
        List<Tally> judged = resolved(completed.timeliness());
        return after.promise()
                .flatMap(Promise::firstPromisedAt)
                .map(first -> resolved(Timeliness.of(completed.at(), Optional.of(first))))
                .map(byFirst -> both(judged, difference(byFirst, judged)))
                .orElse(judged);
    }

    /** One that ended overdue stays in the open of its due day for ever; the overdue of its last day takes it out again. */
    private static List<Tally> resolved(Timeliness timeliness) {
        LocalDate day = timeliness.finishedOn();
        LocalDate dueOn = timeliness.dueOn().orElse(day);
        return switch (timeliness.byDay()) {
            case EARLY -> List.of(on(day, Measure.EARLY, 1), on(dueOn, Measure.DUE_OPEN, -1));
            case ON_TIME -> List.of(onTheDueDay(timeliness), on(dueOn, Measure.DUE_OPEN, -1));
            case OVERDUE -> List.of(on(day, Measure.OVERDUE, 1));
            case WITHOUT_DUE -> List.of(on(day, Measure.RESOLVED_WITHOUT_DUE, 1));
            case NOT_STARTED ->
                List.of(on(
                        day,
                        Map.of(
                                Measure.NOT_STARTED_OPEN, -1,
                                Measure.RECEIVED_WITHOUT_DUE, 1,
                                Measure.RESOLVED_WITHOUT_DUE, 1)));
        };
    }

    private static Tally onTheDueDay(Timeliness timeliness) {
        return on(
                timeliness.finishedOn(),
                timeliness.isLateOnTheDueDay()
                        ? Map.of(Measure.ON_TIME, 1, Measure.SAME_DAY_LATE, 1)
                        : Map.of(Measure.ON_TIME, 1));
    }

    private static List<Tally> difference(List<Tally> wanted, List<Tally> given) {
        return summed(Stream.concat(
                        wanted.stream().map(tally -> tally.byFirst(1)),
                        given.stream().map(tally -> tally.byFirst(-1)))
                .toList());
    }

    /** One a day, basis and holder, in the order of their first; without what comes to nothing. */
    private static List<Tally> summed(List<Tally> tallies) {
        Map<Tally, Map<Measure, Integer>> sums = new LinkedHashMap<>();
        tallies.forEach(tally -> {
            Map<Measure, Integer> sum = sums.computeIfAbsent(
                    new Tally(tally.day, tally.basis, tally.holder, Map.of()), _ -> new EnumMap<>(Measure.class));
            tally.counts.forEach((measure, count) ->
                    sum.merge(measure, count, (one, other) -> one + other == 0 ? null : Integer.valueOf(one + other)));
        });
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isEmpty())
                .map(sum -> new Tally(sum.getKey().day, sum.getKey().basis, sum.getKey().holder, sum.getValue()))
                .toList();
    }

    private Tally byFirst(int sign) {
        Map<Measure, Integer> signed = new EnumMap<>(Measure.class);
        counts.forEach((measure, count) -> signed.put(measure, sign * count));
        return new Tally(day, Basis.FIRST, holder, signed);
    }

    private Tally heldBy(Holder other) {
        return new Tally(day, basis, Optional.of(other), counts);
    }

    private static List<Tally> both(List<Tally> some, List<Tally> others) {
        List<Tally> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Tally on(LocalDate day, Measure measure, int change) {
        return on(day, Map.of(measure, change));
    }

    private static Tally on(LocalDate day, Map<Measure, Integer> counts) {
        return new Tally(day, Basis.DUE, Optional.empty(), counts);
    }
}
