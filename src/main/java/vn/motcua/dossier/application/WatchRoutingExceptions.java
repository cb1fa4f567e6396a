package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the operator how many dossiers wait for somebody to say who decides them. */
@Component
class WatchRoutingExceptions {

    private static final Logger LOG = LoggerFactory.getLogger(WatchRoutingExceptions.class);

    private final RoutingExceptions exceptions;
    private final AtomicInteger open = new AtomicInteger();

    WatchRoutingExceptions(RoutingExceptions exceptions, MeterRegistry meters) {
        this.exceptions = exceptions;
        Gauge.builder("motcua.routing.exceptions.open", open, AtomicInteger::get)
                .description("Dossiers filed of which nobody knows who decides them, counted up to a thousand")
                .register(meters);
    }

    /** While it cannot be counted, the last count stands. */
    @Scheduled(fixedDelayString = "${motcua.routing.count-every:PT15S}")
    Mono<Void> count() {
        return Mono.defer(exceptions::count)
                .doOnNext(open::set)
                .doOnError(error -> LOG.warn(
                        "Counting routing exceptions failed: {}",
                        error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
