package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;

/** Every way a command on a dossier can be refused. */
public sealed interface Refusal {

    /** None of the caller's roles ever takes this step. */
    record NeverThisRole() implements Refusal {}

    /** The dossier is not where this step begins. */
    record WrongStatus(Optional<DossierStatus> status, List<Step> allowed) implements Refusal {}

    /** No agency has the id or identifier. */
    record UnknownAgency() implements Refusal {}

    /** The agency to hand over to does not decide this procedure. */
    record AgencyNotCompetent() implements Refusal {}
}
