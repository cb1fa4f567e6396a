package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.dossier.Fault;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** Every way a request on dossiers can be refused, as a problem. A new reason does not compile until it is here. */
final class DossierProblems {

    private DossierProblems() {}

    static Problem of(DossierRefused refused) {
        return switch (refused.reason()) {
            case Reason.NotFound _ -> new Problem(ProblemType.NOT_FOUND);
            case Reason.Stale _ -> new Problem(ProblemType.VERSION_CONFLICT);
            case Reason.KeyReused _ -> new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
            case Reason.NoSuchStretch(String parameter) ->
                new Problem(ProblemType.INVALID_PARAMETER).with("parameter", parameter);
            case Reason.AlreadyImported(TrackingCode tracking) ->
                new Problem(ProblemType.ALREADY_IMPORTED).with("trackingCode", tracking.value());
            case Reason.NoScope(String scope) -> new Problem(ProblemType.INSUFFICIENT_SCOPE).with("scope", scope);
            case Reason.ImportNotYours _ -> new Problem(ProblemType.IMPORT_NOT_YOURS);
            case Reason.UnknownProcedure _ -> new Problem(ProblemType.UNKNOWN_PROCEDURE);
            case Reason.Faulty(List<Fault> faults, List<String> choices) ->
                fields(faults).choices(choices);
            case Reason.ByRule(Refusal refusal) -> of(refusal);
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NeverThisRole _, Refusal.AnothersStep _ -> new Problem(ProblemType.FORBIDDEN);
            case Refusal.AccountTooLow(int required) ->
                new Problem(ProblemType.ACCOUNT_LEVEL_TOO_LOW).requiring(required);
            case Refusal.SessionTooWeak(int required) ->
                new Problem(ProblemType.INSUFFICIENT_AUTHENTICATION).requiring(required);
            case Refusal.ConflictOfInterest _ -> new Problem(ProblemType.CONFLICT_OF_INTEREST);
            case Refusal.RoutingOpen _ -> new Problem(ProblemType.ROUTING_OPEN);
            case Refusal.IdentifierProvisional(int agency) ->
                new Problem(ProblemType.IDENTIFIER_PROVISIONAL).with("agency", String.valueOf(agency));
            case Refusal.WrongStatus wrong ->
                new Problem(ProblemType.INVALID_TRANSITION)
                        .allowing(wrong.allowed().stream().map(Step::path).toList());
            case Refusal.DayNotFitting(String pointer) -> fields(List.of(new Fault(pointer, "invalid-value")));
            case Refusal.UnknownAgency(String pointer) -> fields(List.of(new Fault(pointer, "unknown-agency")));
            case Refusal.AgencyNotCompetent(String pointer) ->
                fields(List.of(new Fault(pointer, "agency-not-competent")));
        };
    }

    private static Problem fields(List<Fault> faults) {
        return Problem.fields(faults.stream()
                .map(fault -> new FieldError(fault.pointer(), fault.code()))
                .toList());
    }
}
