package vn.motcua.dossier.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.DossierWarnings.Waiting;
import vn.motcua.dossier.application.DossierWarnings.Warned;
import vn.motcua.dossier.application.KnownStates.Known;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;

/**
 * Says that clocks run out, each point once: an event and the next moment are one statement, under a lease and at the version
 * that was read. What was said the log knows: a point that a new calendar or due moment puts behind us is said at once, and
 * nothing twice. What an act of somebody else's overtook is looked at again. A dossier that nobody looked at so far is warned of
 * what is to come, not of what is past.
 */
@Component
class WarnDeadlines {

    private static final String LEASE = "deadline-warnings";

    /** After how long a dossier is looked at again that could not be warned: till then it stands in nobody's way. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Leases leases;
    private final DossierWarnings dossiers;
    private final Recomputations runs;
    private final KnownStates states;
    private final WarningPlan plan;
    private final EventLog log;
    private final FailedDossiers failed;
    private final InstantSource clock;

    WarnDeadlines(
            Leases leases,
            DossierWarnings dossiers,
            Recomputations runs,
            KnownStates states,
            WarningPlan plan,
            EventLog log,
            FailedDossiers failed,
            InstantSource clock) {
        this.leases = leases;
        this.dossiers = dossiers;
        this.runs = runs;
        this.states = states;
        this.plan = plan;
        this.log = log;
        this.failed = failed;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${motcua.warnings.sweep-every:PT1S}",
            initialDelayString = "${motcua.warnings.sweep-every:PT1S}")
    Mono<Void> warn() {
        return Mono.defer(() -> leases.turn(
                LEASE,
                lease -> next(lease)
                        .expand(all -> all ? next(lease) : Mono.empty())
                        .then()));
    }

    /** Whether there may be more: a batch was full, and nobody stood in the way of any. */
    private Mono<Boolean> next(Lease lease) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return dossiers.due(moment)
                .flatMap(waiting -> waiting.isEmpty()
                        ? Mono.just(false)
                        : known().publishOn(Schedulers.boundedElastic())
                                .map(known -> waiting.stream()
                                        .map(one -> warnedOrLater(one, moment, known))
                                        .toList())
                                .flatMap(warned -> dossiers.give(warned, lease))
                                .map(given -> given == DossierWarnings.BATCH)
                                .defaultIfEmpty(false));
    }

    /**
     * Empty while this instance knows less than the dossiers were brought up to: a recomputation may have planned them, and
     * whoever asks an older calendar would undo that. So it is asked after they were read.
     */
    private Mono<Reference> known() {
        return runs.newest()
                .flatMap(run -> states.current()
                        .filter(known -> !run.state().isNewerThan(known.state()))
                        .map(Known::reference));
    }

    private Warned warnedOrLater(Waiting waiting, Instant moment, Reference known) {
        return failed.orElse(
                waiting.dossier().id(),
                LEASE,
                () -> warned(waiting, moment, known),
                () -> new Warned(
                        waiting,
                        waiting.dossier(),
                        List.of(),
                        Optional.of(moment).filter(_ -> isUnknown(waiting)),
                        Optional.of(moment.plus(AGAIN))));
    }

    private static boolean isUnknown(Waiting waiting) {
        return waiting.planned().equals(DossierWarnings.UNKNOWN);
    }

    private Warned warned(Waiting waiting, Instant moment, Reference known) {
        boolean isUnknown = isUnknown(waiting);
        Instant since = isUnknown ? moment : waiting.since().orElse(Instant.MIN);
        List<DeadlineWarning> all = plan.of(waiting.dossier(), known).stream()
                .filter(warning -> warning.at().isAfter(since))
                .filter(warning -> waiting.told().stream().noneMatch(told -> told.says(warning)))
                .toList();
        List<LoggedEvent> events = new ArrayList<>();
        Dossier after = waiting.dossier();
        for (DeadlineWarning warning : all) {
            if (!warning.at().isAfter(moment)) {
                DossierEvent event =
                        new DossierEvent.DeadlineWarned(EventLog.notBefore(moment, after.lastEventAt()), warning);
                after = after.after(event);
                events.add(log.recordOwn(after, event, LEASE, moment));
            }
        }
        Optional<Instant> next =
                all.stream().map(DeadlineWarning::at).filter(moment::isBefore).findFirst();
        return new Warned(waiting, after, events, Optional.of(moment).filter(_ -> isUnknown), next);
    }
}
