package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.identity.Caller;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.identity.Role;
import vn.motcua.procedure.ProcedureVersion;

/** Whether a procedure is content with how sure the issuer is of a citizen. Staff are answered for by their agency. */
public final class Assured {

    private Assured() {}

    /** Why the caller may not act for the procedure; empty when nothing is lacking. */
    public static Optional<Refusal> refusal(ProcedureVersion procedure, Role actor, Caller caller) {
        return refusal(procedure.least(), actor, caller);
    }

    /** Why the caller may not file; where the account of the applicant counts, that of the caller refuses nothing. */
    public static Optional<Refusal> refusal(ProcedureVersion procedure, Filing filing, Role actor, Caller caller) {
        LeastAssurance least = procedure.least();
        return refusal(filing.isByAccountOfApplicant() ? least.ofSession() : least, actor, caller);
    }

    private static Optional<Refusal> refusal(LeastAssurance least, Role actor, Caller caller) {
        return actor == Role.CITIZEN ? least.lackedBy(caller).map(Assured::refusal) : Optional.empty();
    }

    private static Refusal refusal(LeastAssurance.Shortfall shortfall) {
        return switch (shortfall) {
            case LeastAssurance.Shortfall.OfAccount(int required) -> new Refusal.AccountTooLow(required);
            case LeastAssurance.Shortfall.OfSession(int required) -> new Refusal.SessionTooWeak(required);
        };
    }
}
