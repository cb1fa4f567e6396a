package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.Decision;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Lifecycle;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.dossier.application.Dossiers.Outcome;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/** Moves one dossier one step: read, decide, act. The version in the act's guard takes the place of a transaction. */
@Service
public class AdvanceDossier {

    private static final int OK = 200;

    private final References reference;
    private final Dossiers dossiers;
    private final Replay replay;
    private final Identifiers identifiers;
    private final EventLog log;
    private final OfficialNumbers numbers;
    private final OwnDossiers own;
    private final RepresentationEnds representations;
    private final WarningPlan warnings;

    AdvanceDossier(
            References reference,
            Dossiers dossiers,
            Replay replay,
            Identifiers identifiers,
            EventLog log,
            OfficialNumbers numbers,
            OwnDossiers own,
            RepresentationEnds representations,
            WarningPlan warnings) {
        this.reference = reference;
        this.dossiers = dossiers;
        this.replay = replay;
        this.identifiers = identifiers;
        this.log = log;
        this.numbers = numbers;
        this.own = own;
        this.representations = representations;
        this.warnings = warnings;
    }

    /**
     * Answers the dossier after the step.
     *
     * @param expectedVersion what the caller read; asked only when the request is no repetition
     */
    public Mono<Answer> advance(
            Request request, DossierRef ref, IntSupplier expectedVersion, Command command, AnswerWriter writer) {
        return Step.of(command)
                .actorAmong(request.caller().roles())
                .map(actor -> replay.of(request)
                        .switchIfEmpty(Mono.defer(() -> advanceAnew(
                                        request, actor, ref, expectedVersion, command, writer)
                                .onErrorResume(DossierRefused.class, refused -> unlessAnswered(request, refused)))))
                .orElseGet(() -> refused(new Reason.ByRule(new Refusal.NeverThisRole())));
    }

    /** What refuses a repetition may be the act of the first request itself, done since this one asked. */
    private Mono<Answer> unlessAnswered(Request request, DossierRefused refused) {
        return replay.of(request).switchIfEmpty(Mono.error(refused));
    }

    private Mono<Answer> advanceAnew(
            Request request,
            Role actor,
            DossierRef ref,
            IntSupplier expectedVersion,
            Command command,
            AnswerWriter writer) {
        return find(request, ref)
                .flatMap(view -> own.refused(request.caller(), view.dossier().id())
                        .then(Mono.defer(() -> decide(view, request, actor, expectedVersion, command, writer))));
    }

    private Mono<DossierView> find(Request request, DossierRef ref) {
        return dossiers.find(ref, Scope.of(request.caller()), Timeliness.dayOf(request.moment()))
                .switchIfEmpty(refused(new Reason.NotFound()));
    }

    private Mono<Answer> decide(
            DossierView view,
            Request request,
            Role actor,
            IntSupplier expectedVersion,
            Command command,
            AnswerWriter writer) {
        if (expectedVersion.getAsInt() != view.dossier().version()) {
            return refused(new Reason.Stale());
        }
        Instant at = EventLog.notBefore(request.moment(), view.dossier().lastEventAt());
        return representations
                .refused(view.dossier(), request.caller(), actor, command, Timeliness.dayOf(request.moment()))
                .then(reference.current())
                .flatMap(known -> switch (Lifecycle.decide(view.dossier(), command, request.caller(), at, known)) {
                    case Decision.Allowed(DossierEvent event) ->
                        numbers.of(view.dossier(), event, known)
                                .flatMap(numbering -> act(
                                        new Change(view, event, command, actor), numbering, request, known, writer));
                    case Decision.Refused(Refusal reason) -> refused(new Reason.ByRule(reason));
                });
    }

    /** A decided step, and what it was decided on. */
    private record Change(DossierView before, DossierEvent event, Command command, Role actor) {

        Dossier after() {
            Dossier after = before.dossier().after(event);
            return event instanceof DossierEvent.Accepted ? after.withCode(EventPayload.CODE_TO_COME) : after;
        }
    }

    private Mono<Answer> act(
            Change change, Optional<Numbering> numbering, Request request, Reference known, AnswerWriter writer) {
        Dossier after = change.after();
        String salt = identifiers.salt();
        Answer answer = new Answer(
                after.id(),
                OK,
                after.version(),
                writer.write(new DossierView(after, change.before().words()), known),
                after.code(),
                false);
        Act act = new Act(
                after,
                log.record(
                        after,
                        change.event(),
                        change.actor(),
                        request,
                        change.command().words(),
                        salt),
                change.command().words(),
                salt,
                request,
                answer,
                warnings.after(change.event(), after, known));
        return dossiers.advance(act, numbering).flatMap(outcome -> switch (outcome) {
            case Outcome.Done(Optional<String> given) -> Mono.just(answer.with(given.or(after::code)));
            case Outcome.NotDone _ -> refused(new Reason.Stale());
        });
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new DossierRefused(reason));
    }
}
