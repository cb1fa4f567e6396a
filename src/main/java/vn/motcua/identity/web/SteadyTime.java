package vn.motcua.identity.web;

import java.time.Instant;

/**
 * Time that only goes forward, however somebody sets the clock: for how long ago something was, never for what the time is. It
 * may stand still while the machine sleeps.
 */
@FunctionalInterface
public interface SteadyTime {

    /** Good for comparison with others of the same source; it is no moment of any calendar. */
    Instant now();

    /** Of this process. */
    static SteadyTime ofThisProcess() {
        long begun = System.nanoTime();
        return () -> Instant.EPOCH.plusNanos(System.nanoTime() - begun);
    }
}
