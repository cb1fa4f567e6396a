package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Dossiers that work for all dossiers fails at: it goes on with the others, and somebody is told. */
@Component
class FailedDossiers {

    private static final Logger LOG = LoggerFactory.getLogger(FailedDossiers.class);

    private final Counter failed;

    FailedDossiers(MeterRegistry meters) {
        this.failed = Counter.builder("motcua.deadlines.failed")
                .description("Dossiers that warnings or a recomputation failed at; the log names them")
                .register(meters);
    }

    /** What is found, or instead of a failure something else. */
    <T> T orElse(UUID dossier, String work, Supplier<T> find, Supplier<T> instead) {
        try {
            return find.get();
        } catch (RuntimeException failure) {
            failed.increment();
            LOG.warn(
                    "{} failed at dossier {}: {}",
                    work,
                    dossier,
                    failure.getClass().getSimpleName());
            return instead.get();
        }
    }
}
