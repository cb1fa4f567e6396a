package vn.motcua.platform.config;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.motcua.platform.StartRefused;

/** Says a refusal to start in one line, where other failures get their stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusalReporter implements SpringBootExceptionReporter {

    StartRefusalReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<Throwable> refusal = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(StartRefused.class::isInstance)
                .findFirst();
        refusal.ifPresent(
                cause -> LoggerFactory.getLogger("vn.motcua.MotcuaApplication").error("{}", cause.getMessage()));
        return refusal.isPresent();
    }
}
