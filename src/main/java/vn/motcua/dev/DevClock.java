package vn.motcua.dev;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a developer may move forward; it runs on from there and never goes back. */
public final class DevClock implements InstantSource {

    private final InstantSource machine;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    DevClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    /** The time of the machine, which nobody moves. */
    public Instant machine() {
        return machine.instant();
    }

    public boolean isMoved() {
        return !ahead.get().isZero();
    }

    /** Moves it on; where it is further already it stays. */
    void moveTo(Instant moment) {
        Duration needed = Duration.between(machine.instant(), moment);
        ahead.accumulateAndGet(needed, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }
}
