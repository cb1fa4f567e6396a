package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Scope;
import vn.motcua.procedure.Channel;

/** Where the dossiers are kept of which nobody knows who decides them. */
public interface RoutingExceptions {

    /** Filed and not accepted, within a scope, oldest first; at most {@code limit}, after a place in the list. */
    Mono<List<Open>> open(Scope scope, Optional<Place> after, int limit);

    /** How many there are; counted no further than a thousand, since more is as alarming. */
    Mono<Integer> count();

    /** A place in the list. */
    record Place(Instant filedAt, UUID id) {}

    /**
     * One of them, without personal data.
     *
     * @param receivingAgency id of the agency that took it in
     * @param namedPlace the version of the unit for which it was filed
     */
    record Open(
            UUID id,
            int version,
            String trackingCode,
            int procedureVersion,
            Channel channel,
            Instant filedAt,
            Optional<Instant> intakeDueAt,
            int receivingAgency,
            int namedPlace) {

        public Place place() {
            return new Place(filedAt, id);
        }
    }
}
