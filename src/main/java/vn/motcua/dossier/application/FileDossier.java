package vn.motcua.dossier.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Assured;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Examination;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Intake;
import vn.motcua.dossier.Lifecycle;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.dossier.application.Dossiers.Outcome;
import vn.motcua.identity.Role;

/** Files a dossier: examine, decide, act in one statement. */
@Service
public class FileDossier {

    private static final int CREATED = 201;
    private static final int ANNOUNCED = 202;

    private final References reference;
    private final Dossiers dossiers;
    private final Replay replay;
    private final Identifiers identifiers;
    private final EventLog log;
    private final WarningPlan warnings;

    FileDossier(
            References reference,
            Dossiers dossiers,
            Replay replay,
            Identifiers identifiers,
            EventLog log,
            WarningPlan warnings) {
        this.reference = reference;
        this.dossiers = dossiers;
        this.replay = replay;
        this.identifiers = identifiers;
        this.log = log;
        this.warnings = warnings;
    }

    /** Answers what the first filing with this key was answered. */
    public Mono<Answer> file(Request request, Filing filing, AnswerWriter writer) {
        Optional<Role> actor = Intake.actorAmong(request.caller().roles());
        if (actor.isEmpty()) {
            return Mono.error(() -> new DossierRefused(new Reason.ByRule(new Refusal.NeverThisRole())));
        }
        if (OwnDossiers.isOwn(request.caller(), filing)) {
            return Mono.error(OwnDossiers::conflict);
        }
        return reference
                .current()
                .flatMap(known -> unsure(request, filing, actor.get(), known)
                        .map(refusal -> refuse(request, new Reason.ByRule(refusal)))
                        .orElseGet(() -> examined(request, filing, actor.get(), known, writer)));
    }

    /** Before all else: a caller of whom one is not sure enough is not told what is wrong with the filing. */
    private static Optional<Refusal> unsure(Request request, Filing filing, Role actor, Reference known) {
        return known.procedures()
                .inForce(filing.procedure(), day(request))
                .flatMap(procedure -> Assured.refusal(procedure, filing, actor, request.caller()));
    }

    private Mono<Answer> examined(Request request, Filing filing, Role actor, Reference known, AnswerWriter writer) {
        return switch (Intake.examine(filing, request.caller(), known, day(request))) {
            case Examination.Admissible admitted -> file(request, filing, admitted, actor, known, writer);
            case Examination.Faulty faulty -> refuse(request, new Reason.Faulty(faulty.faults(), faulty.choices()));
        };
    }

    private static LocalDate day(Request request) {
        return request.moment().atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    /** What was filed once stays filed, even if the same filing would be refused by now. */
    private Mono<Answer> refuse(Request request, Reason reason) {
        return replay.of(request).switchIfEmpty(Mono.error(() -> new DossierRefused(reason)));
    }

    private Mono<Answer> file(
            Request request,
            Filing filing,
            Examination.Admissible admitted,
            Role actor,
            Reference known,
            AnswerWriter writer) {
        Instant at = request.moment();
        DossierEvent first = Lifecycle.begin(filing, admitted, at, known);
        Dossier dossier = Lifecycle.begun(identifiers.next(at), identifiers.trackingCode(), admitted, first);
        String salt = identifiers.salt();
        Answer answer = new Answer(
                dossier.id(),
                dossier.status().isPresent() ? CREATED : ANNOUNCED,
                dossier.version(),
                writer.write(new DossierView(dossier, filing.words()), known),
                Optional.empty(),
                false);
        Act act = new Act(
                dossier,
                log.record(dossier, first, actor, request, filing.words(), salt),
                filing.words(),
                salt,
                request,
                answer,
                warnings.after(first, dossier, known));
        return dossiers.file(act, admitted.owner(), admitted.representation()).flatMap(outcome -> switch (outcome) {
            case Outcome.Done _ -> Mono.just(answer);
            case Outcome.NotDone _ -> replay.of(request);
        });
    }
}
