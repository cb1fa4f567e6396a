package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.procedure.ClockPolicy.StartEvent;
import vn.motcua.procedure.Term;

/** Something that happened to a dossier, as far as its clocks ask. */
public sealed interface ClockFact {

    Instant at();

    /** The system has it. */
    record Filed(Instant at) implements ClockFact {}

    /** The desk did something with it, and so knows of it. */
    record DeskActed(Instant at) implements ClockFact {}

    /**
     * Taken in.
     *
     * @param waitsFor what starts the processing clock; empty when acceptance does
     */
    record Accepted(Instant at, Optional<StartEvent> waitsFor) implements ClockFact {}

    /** What the processing clock waited for. */
    record Started(Instant at) implements ClockFact {}

    record Refused(Instant at) implements ClockFact {}

    /** The desk has papers that must go to the agency that processes the dossier. */
    record PapersTakenIn(Instant at) implements ClockFact {}

    record HandedOver(Instant at) implements ClockFact {}

    /** The stage with this name is done. */
    record StageFinished(Instant at, String stage) implements ClockFact {}

    /** The applicant was asked for more; before acceptance that answers the filing. */
    record SupplementAsked(Instant at) implements ClockFact {}

    record SupplementGiven(Instant at) implements ClockFact {}

    /**
     * The applicant was told what to pay.
     *
     * @param term until when; empty where no law says so
     */
    record DutyAsked(Instant at, Optional<Term> term) implements ClockFact {}

    record DutyMet(Instant at) implements ClockFact {}

    /** The agency with this name was asked, with its own term. */
    record Consulted(Instant at, String agency, Term term) implements ClockFact {}

    record ConsultationAnswered(Instant at, String agency) implements ClockFact {}

    record Extended(Extension extension) implements ClockFact {
        @Override
        public Instant at() {
            return extension.recordedAt();
        }
    }

    /** The result is there. */
    record Finished(Instant at) implements ClockFact {}

    /** The agency's notice that it does not go on, which is due like a result (article 19.3). */
    record Stopped(Instant at) implements ClockFact {}

    /** The applicant took it back. */
    record Withdrawn(Instant at) implements ClockFact {}
}
