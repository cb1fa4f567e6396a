package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.LogPositions.Reached;

/** Shows how far the log is numbered, whichever instance does it. */
@Component
class LogMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(LogMetrics.class);

    private final LogPositions positions;
    private volatile Reached last = new Reached(0, 0);

    LogMetrics(LogPositions positions, MeterRegistry meters) {
        this.positions = positions;
        Gauge.builder("motcua.log.position", () -> last.position())
                .description("Position of the last numbered event")
                .register(meters);
        Gauge.builder("motcua.log.unpositioned.events", () -> last.waiting())
                .description("Committed events without a position, counted up to 10,000")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5S")
    Mono<Void> look() {
        return Mono.defer(positions::last)
                .doOnNext(reached -> last = reached)
                .doOnError(error -> LOG.warn(
                        "Looking at the log's end failed: {}", error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
