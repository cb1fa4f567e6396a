package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Recomputed;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Dossiers.NextWarning;
import vn.motcua.dossier.application.Recomputations.Change;
import vn.motcua.dossier.application.Recomputations.Progress;
import vn.motcua.dossier.application.Recomputations.Run;
import vn.motcua.dossier.application.Recomputations.State;
import vn.motcua.dossier.application.Recomputations.Step;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;
import vn.motcua.procedure.application.ProcedureSnapshots;
import vn.motcua.territory.application.Territories;

/**
 * Brings the due moments of running dossiers up to the newest calendar and catalogue: on one instance at a time, a few
 * hundred at a time, and from where the last turn ended, whoever did it (ADR 27).
 */
@Component
class RecomputeDeadlines {

    private static final String LEASE = "deadlines-recompute";

    private final Leases leases;
    private final Recomputations runs;
    private final Territories territories;
    private final ProcedureSnapshots procedures;
    private final CalendarSnapshots calendars;
    private final WarningPlan warnings;
    private final EventLog log;
    private final InstantSource clock;
    private final RecomputeProperties pace;
    private final Counter moves;
    private final AtomicInteger remaining = new AtomicInteger();

    RecomputeDeadlines(
            Leases leases,
            Recomputations runs,
            Territories territories,
            ProcedureSnapshots procedures,
            CalendarSnapshots calendars,
            WarningPlan warnings,
            EventLog log,
            InstantSource clock,
            RecomputeProperties pace,
            MeterRegistry meters) {
        this.leases = leases;
        this.runs = runs;
        this.territories = territories;
        this.procedures = procedures;
        this.calendars = calendars;
        this.warnings = warnings;
        this.log = log;
        this.clock = clock;
        this.pace = pace;
        this.moves = Counter.builder("motcua.deadlines.recomputed")
                .description("Due moments that this instance moved or set since its start")
                .register(meters);
        Gauge.builder("motcua.deadlines.remaining", remaining, AtomicInteger::get)
                .description("Running dossiers still to be examined after a change; told by the instance that does it")
                .register(meters);
    }

    /** What is known, and the state that it is. */
    private record Known(State state, Reference reference) {}

    @Scheduled(
            fixedDelayString = "${motcua.deadlines.recompute-every:PT0.5S}",
            initialDelayString = "${motcua.deadlines.recompute-every:PT0.5S}")
    Mono<Void> recompute() {
        return Mono.defer(() -> leases.turn(LEASE, this::turn));
    }

    /** Goes on until as many due moments were moved as a turn may move, or nothing is left. */
    private Mono<Void> turn(Lease lease) {
        AtomicInteger moved = new AtomicInteger();
        return Mono.defer(() -> known().flatMap(known -> next(known, lease)))
                .doOnNext(moved::addAndGet)
                .repeat(() -> moved.get() < pace.movesATurn())
                .takeUntil(done -> done < 0)
                .then();
    }

    private Mono<Known> known() {
        return territories
                .current()
                .flatMap(territory -> procedures
                        .snapshot()
                        .flatMap(catalogue -> calendars
                                .snapshot()
                                .map(calendar -> new Known(
                                        new State(calendar.value().version(), calendar.number(), catalogue.number()),
                                        new Reference(territory, catalogue.value(), calendar.value())))));
    }

    /** How many were moved; less than none when there is nothing more to do now. */
    private Mono<Integer> next(Known known, Lease lease) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return runs.newest().flatMap(run -> {
            if (known.state().isNewerThan(run.state())) {
                return runs.begin(known.state(), moment, lease).map(begun -> begun ? 0 : -1);
            }
            return run.ended() || !run.state().equals(known.state())
                    ? Mono.just(-1)
                    : goOn(run, known.reference(), moment, lease);
        });
    }

    private Mono<Integer> goOn(Run run, Reference known, Instant moment, Lease lease) {
        return run.walked() ? follow(run, known, moment, lease) : walk(run, known, moment, lease);
    }

    private Mono<Integer> walk(Run run, Reference known, Instant moment, Lease lease) {
        return runs.running(run.lastDossier(), pace.page()).flatMap(dossiers -> {
            Step step = new Step(
                    dossiers.size(),
                    dossiers.isEmpty() ? run.lastDossier() : dossiers.getLast().id(),
                    dossiers.size() < pace.page(),
                    run.logPosition());
            return keep(run, step, dossiers, known, moment, lease);
        });
    }

    /** Clocks that were started meanwhile by whoever did not know the new state yet. */
    private Mono<Integer> follow(Run run, Reference known, Instant moment, Lease lease) {
        return runs.followers(run.logPosition(), pace.page()).flatMap(found -> {
            if (found.through() > run.logPosition()) {
                Step step = new Step(0, run.lastDossier(), true, found.through());
                return keep(run, step, found.dossiers(), known, moment, lease);
            }
            return moment.isBefore(run.startedAt().plus(pace.settle()))
                    ? Mono.just(-1)
                    : runs.end(run, moment, lease).map(_ -> -1);
        });
    }

    private Mono<Integer> keep(
            Run run, Step step, List<Dossier> dossiers, Reference known, Instant moment, Lease lease) {
        List<Change> changes = dossiers.stream()
                .flatMap(dossier -> change(dossier, known, moment).stream())
                .toList();
        return runs.keep(run, step, changes, lease)
                .doOnNext(moves::increment)
                .flatMap(moved -> runs.progress(run.state().calendarVersion())
                        .doOnNext(progress ->
                                remaining.set(progress.map(Progress::remaining).orElse(0)))
                        .thenReturn(moved));
    }

    private Optional<Change> change(Dossier dossier, Reference known, Instant moment) {
        Instant at = EventLog.notBefore(moment, dossier.lastEventAt());
        return dossier.runningClock(known)
                .flatMap(running -> Recomputed.of(running, known).event(running, at))
                .map(event -> {
                    Dossier after = dossier.after(event);
                    return new Change(
                            after,
                            log.recordOwn(after, event, LEASE, moment),
                            dossier.promise().flatMap(Promise::dueAt),
                            warnings.after(event, after, known).flatMap(NextWarning::at));
                });
    }
}
