package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;

/** Every way a command on a dossier can be refused. */
public sealed interface Refusal {

    /** None of the caller's roles ever takes this step. */
    record NeverThisRole() implements Refusal {}

    /** The caller's account is of a lower level than the procedure asks for. */
    record AccountTooLow(int required) implements Refusal {}

    /** The caller's session is of a lower authentication level than the procedure asks for. */
    record SessionTooWeak(int required) implements Refusal {}

    /** The caller is a member of staff, and the dossier is her own. */
    record ConflictOfInterest() implements Refusal {}

    /** The dossier is not where this step begins. */
    record WrongStatus(Optional<DossierStatus> status, List<Step> allowed) implements Refusal {}

    /** The step belongs to another agency of the dossier than the caller's. */
    record AnothersStep() implements Refusal {}

    /** Nobody has said yet which agency decides the dossier. */
    record RoutingOpen() implements Refusal {}

    /** An official code would bear an identifier that is only provisional; {@code agency} is the id. */
    record IdentifierProvisional(int agency) implements Refusal {}

    /** No agency has the id or identifier; {@code pointer} to the field that names it. */
    record UnknownAgency(String pointer) implements Refusal {}

    /** Nothing can end on the day that was named; {@code pointer} to the field that names it. */
    record DayNotFitting(String pointer) implements Refusal {}

    /** The agency that was named does not decide this procedure; {@code pointer} to the field that names it. */
    record AgencyNotCompetent(String pointer) implements Refusal {}
}
