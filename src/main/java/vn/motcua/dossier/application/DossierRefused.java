package vn.motcua.dossier.application;

import java.util.List;
import vn.motcua.dossier.Fault;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.TrackingCode;

/** Why a request on dossiers was not done. */
public class DossierRefused extends RuntimeException {

    private final transient Reason reason;

    public DossierRefused(Reason reason) {
        super(reason.getClass().getSimpleName(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Everything that can stand in the way. */
    public sealed interface Reason {

        /** There is none, or not for this caller. */
        record NotFound() implements Reason {}

        /** A rule of the life cycle. */
        record ByRule(Refusal refusal) implements Reason {}

        /** A filing with faults, and the choices it leaves open. */
        record Faulty(List<Fault> faults, List<String> choices) implements Reason {
            public Faulty {
                faults = List.copyOf(faults);
                choices = List.copyOf(choices);
            }
        }

        /** The dossier was changed since the caller read it. */
        record Stale() implements Reason {}

        /** Nobody knows the code of a procedure. */
        record UnknownProcedure() implements Reason {}

        /** The log has no such stretch; {@code parameter} says which end is wrong. */
        record NoSuchStretch(String parameter) implements Reason {}

        /** What a source calls so is this dossier already. */
        record AlreadyImported(TrackingCode tracking) implements Reason {}

        /** The token of a machine lacks a scope. */
        record NoScope(String scope) implements Reason {}

        /** A machine told of a source or an agency that is not its own. */
        record ImportNotYours() implements Reason {}

        /** The key stands for another request. */
        record KeyReused() implements Reason {}
    }
}
