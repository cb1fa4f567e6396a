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
import reactor.core.scheduler.Schedulers;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Recomputed;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Dossiers.NextWarning;
import vn.motcua.dossier.application.KnownStates.Known;
import vn.motcua.dossier.application.Recomputations.Change;
import vn.motcua.dossier.application.Recomputations.Examination;
import vn.motcua.dossier.application.Recomputations.Examined;
import vn.motcua.dossier.application.Recomputations.Progress;
import vn.motcua.dossier.application.Recomputations.Run;
import vn.motcua.dossier.application.Recomputations.Step;
import vn.motcua.dossier.application.Recomputations.Unmoved;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;

/**
 * Brings the due moments of running dossiers up to the newest calendar and catalogue: on one instance at a time, a few
 * hundred at a time, and from where the last turn ended, whoever did it (ADR 27).
 */
@Component
class RecomputeDeadlines {

    private static final String LEASE = "deadlines-recompute";

    /** Of dossiers that stay as they are, after which a turn ends as after moves: some seconds, and then others have their time. */
    private static final int PAGES_A_TURN = 20;

    private final Leases leases;
    private final Recomputations runs;
    private final KnownStates states;
    private final WarningPlan warnings;
    private final EventLog log;
    private final FailedDossiers failed;
    private final InstantSource clock;
    private final RecomputeProperties pace;
    private final Counter moves;
    private final AtomicInteger remaining = new AtomicInteger();

    RecomputeDeadlines(
            Leases leases,
            Recomputations runs,
            KnownStates states,
            WarningPlan warnings,
            EventLog log,
            FailedDossiers failed,
            InstantSource clock,
            RecomputeProperties pace,
            MeterRegistry meters) {
        this.leases = leases;
        this.runs = runs;
        this.states = states;
        this.warnings = warnings;
        this.log = log;
        this.failed = failed;
        this.clock = clock;
        this.pace = pace;
        this.moves = Counter.builder("motcua.deadlines.recomputed")
                .description("Due moments that this instance moved or set since its start")
                .register(meters);
        Gauge.builder("motcua.deadlines.remaining", remaining, AtomicInteger::get)
                .description("Running dossiers still to be examined after a change; told by the instance that does it")
                .register(meters);
    }

    @Scheduled(
            fixedDelayString = "${motcua.deadlines.recompute-every:PT0.5S}",
            initialDelayString = "${motcua.deadlines.recompute-every:PT0.5S}")
    Mono<Void> recompute() {
        return Mono.defer(() -> leases.turn(LEASE, this::turn));
    }

    /** Goes on until as many due moments were moved, or pages read, as a turn may, or nothing is left. */
    private Mono<Void> turn(Lease lease) {
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger pages = new AtomicInteger();
        return Mono.defer(() -> states.current().flatMap(known -> next(known, lease)))
                .doOnNext(moved::addAndGet)
                .repeat(() -> moved.get() < pace.movesATurn() && pages.incrementAndGet() < PAGES_A_TURN)
                .takeUntil(done -> done < 0)
                .then();
    }

    /** How many were moved; less than none when there is nothing more to do now. */
    private Mono<Integer> next(Known known, Lease lease) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return runs.newest().flatMap(run -> {
            if (known.state().isNewerThan(run.state())) {
                return runs.begin(known.state(), moment, lease).map(begun -> begun ? 0 : -1);
            }
            return run.state().equals(known.state()) ? goOn(run, known.reference(), moment, lease) : Mono.just(-1);
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

    /**
     * Clocks that were started meanwhile by whoever did not know the new state yet. It never stops, since nobody can say when
     * the last of them commits; after the end it is no longer waited for.
     */
    private Mono<Integer> follow(Run run, Reference known, Instant moment, Lease lease) {
        return runs.followers(run.logPosition(), pace.page()).flatMap(found -> {
            if (found.through() > run.logPosition()) {
                Step step = new Step(0, run.lastDossier(), true, found.through());
                return keep(run, step, found.dossiers(), known, moment, lease);
            }
            return run.ended() || moment.isBefore(run.startedAt().plus(pace.settle()))
                    ? Mono.just(-1)
                    : runs.end(run, moment.minus(pace.settle()), moment, lease).map(_ -> -1);
        });
    }

    /** Examines away from the threads that answer: an agency's own time takes a millisecond to build. */
    private Mono<Integer> keep(
            Run run, Step step, List<Dossier> dossiers, Reference known, Instant moment, Lease lease) {
        return Mono.fromSupplier(() -> new Examination(examined(dossiers, known, moment), moment))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(examination -> runs.keep(run, step, examination, lease))
                .doOnNext(moved -> moves.increment(Math.max(0, moved)))
                .flatMap(moved -> runs.progress(run.state().calendarVersion())
                        .doOnNext(progress ->
                                remaining.set(progress.map(Progress::remaining).orElse(0)))
                        .thenReturn(moved));
    }

    /** One that fails stays as it is: its page would never be passed else. */
    private List<Examined> examined(List<Dossier> dossiers, Reference known, Instant moment) {
        return dossiers.stream()
                .flatMap(dossier -> failed
                        .orElse(
                                dossier.id(),
                                LEASE,
                                () -> Optional.of(examined(dossier, known, moment)),
                                Optional::<Examined>empty)
                        .stream())
                .toList();
    }

    private Examined examined(Dossier dossier, Reference known, Instant moment) {
        Instant at = EventLog.notBefore(moment, dossier.lastEventAt());
        return event(dossier, known, at)
                .<Examined>map(event -> {
                    Dossier after = dossier.after(event);
                    return new Change(
                            after,
                            log.recordOwn(after, event, LEASE, moment),
                            before(event),
                            event instanceof DossierEvent.AnswerRecomputed,
                            warnings.after(event, after, known).flatMap(NextWarning::at));
                })
                .orElseGet(() -> new Unmoved(
                        dossier.id(),
                        dossier.version(),
                        warnings.since(moment, dossier, known).at()));
    }

    private static Optional<DossierEvent> event(Dossier dossier, Reference known, Instant at) {
        return dossier.answerClock()
                .map(clock -> clock.event(known, at))
                .orElseGet(() -> dossier.runningClock(known)
                        .flatMap(running -> Recomputed.of(running, known).event(running, at)));
    }

    private static Optional<Instant> before(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DeadlineRecomputed recomputed ->
                recomputed.before().dueAt();
            case DossierEvent.AnswerRecomputed recomputed -> recomputed.before();
            default -> Optional.empty();
        };
    }
}
