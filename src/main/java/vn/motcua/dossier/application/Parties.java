package vn.motcua.dossier.application;

import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.identity.CitizenId;

/** Whose dossiers are. */
public interface Parties {

    /** Whether a citizen, or the household business with the same number, is a party of a dossier that the caller was found to see. */
    Mono<Boolean> include(UUID dossier, CitizenId number);
}
