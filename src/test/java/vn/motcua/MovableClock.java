package vn.motcua;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.web.SteadyTime;

/** A clock that stands still until a test moves it. Tokens are made by it too: ask for new ones after a move. */
public final class MovableClock implements InstantSource {

    /** One for all instances of a run: a second instance lives at the same moment. */
    private static final MovableClock SHARED = new MovableClock();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T02:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    private MovableClock() {}

    /** Moves to a local time of Viet Nam, such as {@code 2026-03-02T09:00}. */
    public Instant moveTo(String local) {
        Instant moment = WorkingCalendar.instant(LocalDateTime.parse(local));
        now.set(moment);
        return moment;
    }

    /** That much time passes. */
    public Instant advance(Duration time) {
        return now.updateAndGet(moment -> moment.plus(time));
    }

    /** A millisecond passes, so that what comes next is later. */
    public void tick() {
        now.updateAndGet(moment -> moment.plusMillis(1));
    }

    /** Puts it in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {

        @Bean
        @Primary
        MovableClock movableClock() {
            return SHARED;
        }

        @Bean
        @Primary
        SteadyTime movableTime() {
            return SHARED::instant;
        }
    }
}
