package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.deadline.ClockKind;

/**
 * The clock that runs in a dossier: that of the desk until acceptance, that of processing after it.
 *
 * @param acceptedAt empty while the desk has not answered
 * @param receivedAt when the competent agency had it, where another agency took it in
 * @param dueAt of the clock; empty where there is no due moment
 */
public record OpenClock(
        UUID dossier,
        Routing routing,
        Matter matter,
        Instant filedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> receivedAt,
        Optional<Instant> dueAt) {

    public ClockKind kind() {
        return acceptedAt.isPresent() ? ClockKind.PROCESSING : ClockKind.INTAKE_ANSWER;
    }

    /** The agency that it runs for. */
    public int agency() {
        return acceptedAt.isPresent() ? routing.competentAgency() : routing.receivingAgency();
    }
}
