package vn.motcua.territory.application;

import reactor.core.publisher.Mono;
import vn.motcua.platform.Snapshot;
import vn.motcua.territory.Territory;

/** Units and agencies with the number of their state, for those who change them. */
public interface TerritorySnapshots {

    /** The state that the newest number known here belongs to. */
    Mono<Snapshot<Territory>> snapshot();
}
