package vn.motcua.platform.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Tables that only a migration changes: read whole, page by page, and kept. */
public final class ReferenceData {

    /** The rows of a full page; a shorter one is the last. */
    public static final int PAGE = 200;

    private ReferenceData() {}

    /** The value as first read. A failure is not kept: whoever asks next makes a new attempt. */
    public static <T> Mono<T> kept(Mono<T> reading) {
        return reading.cacheInvalidateIf(value -> false);
    }

    /** Every row, given what reads the page after a row, or the first page after none. */
    public static <T> Mono<List<T>> all(Function<Optional<T>, Mono<List<T>>> pageAfter) {
        return pageAfter
                .apply(Optional.empty())
                .expand(page -> page.size() < PAGE ? Mono.empty() : pageAfter.apply(Optional.of(page.getLast())))
                .flatMapIterable(Function.identity())
                .collectList();
    }
}
