package vn.motcua.calendar.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;

/**
 * Tells the operator in time that the calendar ends: what is accepted then gets no due moment, and next year's notice is
 * published some weeks before the year.
 */
@Component
class WatchCalendarEnd {

    private static final Logger LOG = LoggerFactory.getLogger(WatchCalendarEnd.class);

    /** From so many days before its end on, somebody has to load the next year. */
    private static final int NOTICE = 60;

    /** Before anybody looked, nothing is wrong. */
    private static final long UNSEEN = Long.MAX_VALUE;

    private final WorkingCalendars calendars;
    private final InstantSource clock;
    private final AtomicLong left = new AtomicLong(UNSEEN);

    WatchCalendarEnd(WorkingCalendars calendars, InstantSource clock, MeterRegistry meters) {
        this.calendars = calendars;
        this.clock = clock;
        Gauge.builder("motcua.calendar.days.left", this, WatchCalendarEnd::daysLeft)
                .description("Days after today that the working calendar knows; below zero once it has ended")
                .register(meters);
        Gauge.builder("motcua.calendar.ending", this, watch -> watch.left.get() <= NOTICE ? 1 : 0)
                .description("1 from 60 days before the last known day of the working calendar on, else 0")
                .register(meters);
    }

    private double daysLeft() {
        return left.get() == UNSEEN ? Double.NaN : left.get();
    }

    /** While it cannot be read, the last look stands. */
    @Scheduled(fixedDelayString = "${motcua.calendar.look-every:PT1M}")
    Mono<Void> look() {
        return Mono.defer(calendars::current)
                .doOnNext(calendar -> left.set(ChronoUnit.DAYS.between(
                        WorkingCalendar.local(clock.instant()).toLocalDate(), calendar.knownUntil())))
                .doOnError(error -> LOG.warn(
                        "Looking at the calendar's end failed: {}",
                        error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
