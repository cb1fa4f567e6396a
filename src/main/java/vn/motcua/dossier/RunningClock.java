package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is needed of a dossier whose clock runs to compute its due moment again.
 *
 * @param version how many events the dossier has
 * @param startedAt when what started the clock happened
 * @param lastEventAt the last time that anything happened to the dossier
 * @param promise as it stands
 */
public record RunningClock(
        UUID dossier,
        int version,
        Routing routing,
        Matter matter,
        Instant acceptedAt,
        Instant startedAt,
        Instant lastEventAt,
        Promise promise) {

    /**
     * The clock of a dossier that was promised something.
     *
     * @param receivedAt when the competent agency had it, where another agency took it in
     */
    public static RunningClock of(
            UUID dossier,
            int version,
            Routing routing,
            Matter matter,
            Instant acceptedAt,
            Optional<Instant> receivedAt,
            Instant lastEventAt,
            Promise promise,
            Reference reference) {
        return new RunningClock(
                dossier,
                version,
                routing,
                matter,
                acceptedAt,
                Promises.startedAt(matter, routing, acceptedAt, receivedAt, reference),
                lastEventAt,
                promise);
    }
}
