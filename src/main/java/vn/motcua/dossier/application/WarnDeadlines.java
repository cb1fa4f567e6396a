package vn.motcua.dossier.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.DossierWarnings.Waiting;
import vn.motcua.dossier.application.DossierWarnings.Warned;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;

/**
 * Says that clocks run out, each point once: an event and the next moment are one statement, under a lease and at the version
 * that was read. What an act of somebody else's overtook is looked at again.
 */
@Component
class WarnDeadlines {

    private static final String LEASE = "deadline-warnings";

    private final Leases leases;
    private final DossierWarnings dossiers;
    private final References references;
    private final WarningPlan plan;
    private final EventLog log;
    private final InstantSource clock;

    WarnDeadlines(
            Leases leases,
            DossierWarnings dossiers,
            References references,
            WarningPlan plan,
            EventLog log,
            InstantSource clock) {
        this.leases = leases;
        this.dossiers = dossiers;
        this.references = references;
        this.plan = plan;
        this.log = log;
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
                        : references
                                .current()
                                .map(known -> waiting.stream()
                                        .map(one -> warned(one, moment, known))
                                        .toList())
                                .flatMap(warned -> dossiers.give(warned, lease))
                                .map(given -> given == DossierWarnings.BATCH));
    }

    private Warned warned(Waiting waiting, Instant moment, Reference known) {
        Dossier dossier = waiting.dossier();
        List<DeadlineWarning> all = plan.of(dossier, known);
        List<LoggedEvent> events = new ArrayList<>();
        Dossier after = dossier;
        for (DeadlineWarning warning : missed(all, waiting.since(), moment)) {
            DossierEvent event =
                    new DossierEvent.DeadlineWarned(EventLog.notBefore(moment, after.lastEventAt()), warning);
            after = after.after(event);
            events.add(log.recordOwn(after, event, LEASE, moment));
        }
        Optional<Instant> next =
                all.stream().map(DeadlineWarning::at).filter(moment::isBefore).findFirst();
        return new Warned(after, dossier.version(), events, next);
    }

    /** A dossier that nobody looked at so far is warned of what is to come, not of what is past. */
    private static List<DeadlineWarning> missed(List<DeadlineWarning> all, Instant since, Instant moment) {
        return since.equals(DossierWarnings.UNKNOWN)
                ? List.of()
                : all.stream()
                        .filter(warning ->
                                !warning.at().isBefore(since) && !warning.at().isAfter(moment))
                        .toList();
    }
}
