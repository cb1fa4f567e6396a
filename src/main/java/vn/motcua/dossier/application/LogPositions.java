package vn.motcua.dossier.application;

import reactor.core.publisher.Mono;
import vn.motcua.platform.Lease;

/** Dense numbers 1, 2, 3, ... of committed events, in the order in which consumers read the log. */
public interface LogPositions {

    /** Gives the next events theirs, at most a batch and if the lease is still held; answers how many. */
    Mono<Integer> giveNext(Lease lease);

    /** How far the log is numbered. */
    Mono<Reached> last();

    /**
     * How far.
     *
     * @param position of the last event that has one; 0 while none has
     * @param waiting committed events without one; counted up to 10,000
     */
    record Reached(long position, int waiting) {}
}
