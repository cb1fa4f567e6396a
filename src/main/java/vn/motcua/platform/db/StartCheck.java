package vn.motcua.platform.db;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a capability must find in the database before the first request. Asked in production, on the right schema. */
public interface StartCheck {

    /** Why the service must not start, in a sentence that says what to do; empty when all is well. */
    Mono<Optional<String>> refusal();
}
