package vn.motcua.territory.application;

import reactor.core.publisher.Mono;
import vn.motcua.territory.Territory;

/** Where units and agencies come from. */
public interface Territories {

    /** All of them, read once and kept. */
    Mono<Territory> current();
}
