package vn.motcua.procedure.application;

import reactor.core.publisher.Mono;
import vn.motcua.platform.Snapshot;
import vn.motcua.procedure.ProcedureCatalogue;

/** The catalogue with the number of their state, for those who change them. */
public interface ProcedureSnapshots {

    /** The state that the newest number known here belongs to. */
    Mono<Snapshot<ProcedureCatalogue>> snapshot();
}
