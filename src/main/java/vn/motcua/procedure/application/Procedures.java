package vn.motcua.procedure.application;

import reactor.core.publisher.Mono;
import vn.motcua.procedure.ProcedureCatalogue;

/** Where the catalogue comes from. */
public interface Procedures {

    /** All versions, read once and kept. */
    Mono<ProcedureCatalogue> current();
}
