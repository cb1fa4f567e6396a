package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.Decision.Allowed;
import vn.motcua.dossier.Decision.Refused;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.territory.Agency;

/** Which step leads where. The caller brings the moment; nothing here waits or throws. */
public final class Lifecycle {

    /** How long announced files may take. */
    private static final Duration ANNOUNCEMENT = Duration.ofHours(24);

    private Lifecycle() {}

    /** The first event of a dossier: filed, or announced while files are still to come. */
    public static DossierEvent begin(Filing filing, Examination.Admissible admitted, Instant at, Reference reference) {
        Optional<Authority.Kind> forAnother = admitted.representation().map(Representation::authority);
        return filing.files().isEmpty()
                ? new DossierEvent.Filed(
                        at,
                        admitted.matter(),
                        Promises.intakeAnswer(at, admitted.routing().receivingAgency(), reference),
                        forAnother)
                : new DossierEvent.Announced(at, admitted.matter(), at.plus(ANNOUNCEMENT), filing.files(), forAnother);
    }

    /** The dossier after its first event. */
    public static Dossier begun(UUID id, TrackingCode tracking, Examination.Admissible admitted, DossierEvent first) {
        return new Dossier(
                id,
                1,
                first instanceof DossierEvent.Filed ? Optional.of(DossierStatus.REGISTERED) : Optional.empty(),
                tracking,
                Optional.empty(),
                admitted.routing(),
                admitted.matter(),
                milestones(first),
                Optional.empty(),
                Optional.empty(),
                first.at());
    }

    private static Milestones milestones(DossierEvent first) {
        return switch (first) {
            case DossierEvent.Filed filed -> Milestones.filed(filed.at(), filed.intakeDueAt());
            case DossierEvent.Announced announced -> Milestones.announced(announced.expiresAt());
            case DossierEvent.Routed _,
                    DossierEvent.Accepted _,
                    DossierEvent.Refused _,
                    DossierEvent.HandedOver _,
                    DossierEvent.Received _,
                    DossierEvent.DeadlineRecomputed _,
                    DossierEvent.AnswerRecomputed _,
                    DossierEvent.Completed _,
                    DossierEvent.Returned _,
                    DossierEvent.RepresentationEnded _,
                    DossierEvent.DeadlineWarned _ ->
                throw new IllegalArgumentException("A dossier begins filed or announced");
        };
    }

    /**
     * Decides a command.
     *
     * @param at the moment of the act, not before the dossier's last event
     */
    public static Decision decide(Dossier dossier, Command command, Caller caller, Instant at, Reference reference) {
        Step step = Step.of(command);
        return refusal(step, dossier, caller, reference)
                .<Decision>map(Refused::new)
                .orElseGet(() -> decide(dossier, command, at, reference));
    }

    private static Optional<Refusal> refusal(Step step, Dossier dossier, Caller caller, Reference reference) {
        Optional<Role> actor = step.actorAmong(caller.roles());
        if (actor.isEmpty()) {
            return Optional.of(new Refusal.NeverThisRole());
        }
        if (!step.belongsTo(caller, dossier.routing())) {
            return Optional.of(new Refusal.AnothersStep());
        }
        Optional<Refusal> unsure = reference
                .procedures()
                .version(dossier.matter().procedureVersion())
                .filter(_ -> step.asksForAssurance())
                .flatMap(procedure -> Assured.refusal(procedure, actor.get(), caller));
        if (unsure.isPresent()) {
            return unsure;
        }
        if (step == Step.ACCEPTANCE && Step.ROUTING.isOpenTo(dossier)) {
            return Optional.of(new Refusal.RoutingOpen());
        }
        return step.isOpenTo(dossier)
                ? Optional.empty()
                : Optional.of(new Refusal.WrongStatus(dossier.status(), Step.openTo(dossier)));
    }

    private static Decision decide(Dossier dossier, Command command, Instant at, Reference reference) {
        return switch (command) {
            case Command.Accept _ ->
                new Allowed(new DossierEvent.Accepted(
                        at,
                        Promises.onAcceptance(dossier, at, reference),
                        DecidingVersion.another(dossier.matter(), at, reference).map(ProcedureVersion::id)));
            case Command.Refuse _ -> new Allowed(new DossierEvent.Refused(at));
            case Command.Route(String competentAgency, String _) ->
                new Settlement(dossier, at, reference).on(competentAgency);
            case Command.HandOver(Optional<String> toAgency) -> handOver(dossier, toAgency, at, reference);
            case Command.Receive _ ->
                new Allowed(new DossierEvent.Received(at, Promises.onReception(dossier, at, reference)));
            case Command.Complete complete ->
                new Allowed(new DossierEvent.Completed(at, timeliness(dossier, at), complete.withResult()));
            case Command.Return _ -> new Allowed(new DossierEvent.Returned(at));
            case Command.EndRepresentation end -> new Allowed(new DossierEvent.RepresentationEnded(at, end.lastDay()));
        };
    }

    private static Timeliness timeliness(Dossier dossier, Instant at) {
        return dossier.waitsFor().isPresent()
                ? Timeliness.notStarted(at)
                : Timeliness.of(at, dossier.promise().flatMap(Promise::dueAt));
    }

    private static Decision handOver(Dossier dossier, Optional<String> toAgency, Instant at, Reference reference) {
        int competent = dossier.routing().competentAgency();
        Optional<Integer> named =
                toAgency.flatMap(reference.territory()::agency).map(Agency::id);
        if (toAgency.isPresent() && named.isEmpty()) {
            return new Refused(new Refusal.UnknownAgency("/toAgency"));
        }
        return named.orElse(competent) == competent
                ? new Allowed(new DossierEvent.HandedOver(at, competent))
                : new Refused(new Refusal.AgencyNotCompetent("/toAgency"));
    }
}
