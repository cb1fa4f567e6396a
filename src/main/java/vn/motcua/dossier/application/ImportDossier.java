package vn.motcua.dossier.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.ImportRight;
import vn.motcua.dossier.Reenacted;
import vn.motcua.dossier.Reenacted.Happening;
import vn.motcua.dossier.Reenactment;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Retelling;
import vn.motcua.dossier.Source;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.dossier.application.Dossiers.Outcome;
import vn.motcua.identity.Role;

/** Keeps a dossier's whole past, told by a machine client: decide each event on its day, then one act for all. */
@Service
public class ImportDossier {

    private static final int CREATED = 201;

    private final References reference;
    private final Dossiers dossiers;
    private final Replay replay;
    private final Identifiers identifiers;
    private final EventLog log;
    private final OfficialNumbers numbers;
    private final WarningPlan warnings;

    ImportDossier(
            References reference,
            Dossiers dossiers,
            Replay replay,
            Identifiers identifiers,
            EventLog log,
            OfficialNumbers numbers,
            WarningPlan warnings) {
        this.reference = reference;
        this.dossiers = dossiers;
        this.replay = replay;
        this.identifiers = identifiers;
        this.log = log;
        this.numbers = numbers;
        this.warnings = warnings;
    }

    /** Answers what the first import with this key was answered. */
    public Mono<Answer> take(Request request, Retelling told, AnswerWriter writer) {
        if (!request.caller().is(Role.MACHINE)) {
            return refused(new Reason.ByRule(new Refusal.NeverThisRole()));
        }
        if (!ImportRight.hasScope(request.caller())) {
            return refused(new Reason.NoScope(ImportRight.SCOPE + told.source().system()));
        }
        if (!ImportRight.covers(request.caller(), told.source())) {
            return refused(new Reason.ImportNotYours());
        }
        return reference.current().flatMap(known -> switch (reenact(request, told, known)) {
            case Reenacted.Whole whole
            when !ImportRight.covers(request.caller(), whole.dossier().routing()) ->
                refused(new Reason.ImportNotYours());
            case Reenacted.Whole whole -> take(request, told.source(), whole, known, writer);
            case Reenacted.Faulty faulty ->
                replay.of(request).switchIfEmpty(refused(new Reason.Faulty(faulty.faults(), faulty.choices())));
        });
    }

    private Reenacted reenact(Request request, Retelling told, Reference known) {
        return Reenactment.of(
                told, identifiers.next(request.moment()), identifiers.trackingCode(), request.moment(), known);
    }

    private Mono<Answer> take(
            Request request, Source source, Reenacted.Whole whole, Reference known, AnswerWriter writer) {
        return numbering(request, whole, known)
                .map(series -> acts(request, source, whole, known, writer, series))
                .flatMap(past -> dossiers.importPast(past).flatMap(outcome -> switch (outcome) {
                    case Outcome.Done(Optional<String> code) ->
                        Mono.just(past.acts().getLast().answer().with(code));
                    case Outcome.NotDone _ ->
                        replay.of(request).switchIfEmpty(Mono.defer(() -> importedBefore(source)));
                }));
    }

    private Mono<Optional<Numbering>> numbering(Request request, Reenacted.Whole whole, Reference known) {
        return whole.happenings().stream()
                .filter(happening -> happening.event() instanceof DossierEvent.Accepted)
                .findFirst()
                .map(accepted -> numbers.ofPast(whole.dossier(), accepted.event(), request.moment(), known))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }

    private Dossiers.Past acts(
            Request request,
            Source source,
            Reenacted.Whole whole,
            Reference known,
            AnswerWriter writer,
            Optional<Numbering> series) {
        Dossier now = coded(whole.dossier(), series);
        Answer answer = answer(now, whole.happenings().getFirst().words(), known, writer);
        List<Act> acts = new ArrayList<>();
        for (Happening happening : whole.happenings()) {
            Dossier after = coded(happening.after(), series);
            String salt = identifiers.salt();
            acts.add(new Act(
                    after,
                    log.recordImported(after, happening, source, request, salt),
                    happening.words(),
                    salt,
                    request,
                    answer,
                    Optional.of(warnings.since(request.moment(), now, known))));
        }
        return new Dossiers.Past(acts, whole.owner(), source, series);
    }

    private static Dossier coded(Dossier dossier, Optional<Numbering> series) {
        return series.isPresent() && dossier.milestones().acceptedAt().isPresent()
                ? dossier.withCode(EventPayload.CODE_TO_COME)
                : dossier;
    }

    private static Answer answer(Dossier after, Map<String, Object> filed, Reference known, AnswerWriter writer) {
        return new Answer(
                after.id(),
                CREATED,
                after.version(),
                writer.write(new DossierView(after, filed), known),
                after.code(),
                false);
    }

    private Mono<Answer> importedBefore(Source source) {
        return dossiers.importedAs(source)
                .flatMap(before -> ImportDossier.<Answer>refused(new Reason.AlreadyImported(before)))
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("Neither key nor source is taken, and nothing was written")));
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new DossierRefused(reason));
    }
}
