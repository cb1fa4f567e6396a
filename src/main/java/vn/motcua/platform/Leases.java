package vn.motcua.platform;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Work that one instance of many does at a time. */
public interface Leases {

    /**
     * Does one turn of the work where this instance holds the lease, and nothing elsewhere. A failed turn ends in
     * nothing, and is logged unless the one before failed alike; the next one takes up what it left.
     *
     * @param work names the lease in each of its statements
     */
    Mono<Void> turn(String name, Function<Lease, Mono<?>> work);
}
