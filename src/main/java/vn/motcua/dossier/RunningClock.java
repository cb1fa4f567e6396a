package vn.motcua.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * What is needed of a dossier whose clock runs to compute its due moment again.
 *
 * @param version how many events the dossier has
 * @param startedAt when what started the clock happened
 * @param promise as it stands
 */
public record RunningClock(
        UUID dossier,
        int version,
        Routing routing,
        Matter matter,
        Instant acceptedAt,
        Instant startedAt,
        Promise promise) {}
