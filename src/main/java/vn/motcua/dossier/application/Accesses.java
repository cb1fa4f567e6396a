package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/** Where it is kept which member of staff saw what, for what, and when. Nothing of it is ever changed. */
public interface Accesses {

    /** Ends when it is committed. */
    Mono<Void> keep(Access access);

    /** Those of one dossier, as far as it lies within the scope, newest first; at most {@code limit}, after a place. */
    Mono<List<Kept>> of(UUID dossier, Scope scope, Optional<Place> after, int limit);

    /** A place in the list. */
    record Place(Instant at, long id) {}

    /**
     * One of them.
     *
     * @param user the account of the member of staff, as its issuer knows it; without the issuer
     */
    record Kept(Place place, String user, Role role, Optional<Integer> agency, Access.Purpose purpose) {}
}
