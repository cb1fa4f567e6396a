package vn.motcua.platform.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Snapshot;

/**
 * Reference data in memory: read whole, page by page, and kept until somebody changes them, in whatever instance. While a
 * new state cannot be read the old one serves.
 */
public final class Kept<T> {

    /** The rows of a full page; a shorter one is the last. */
    public static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final ReferenceVersions versions;
    private final String capability;
    private final Mono<T> reading;
    private final Mono<Snapshot<T>> kept;
    private volatile @Nullable Snapshot<T> last;

    /**
     * @param capability its row in {@code reference_version}
     * @param reading reads everything anew at each subscription
     */
    public Kept(ReferenceVersions versions, String capability, Mono<T> reading) {
        this.versions = versions;
        this.capability = capability;
        this.reading = reading;
        this.kept = Mono.defer(this::read)
                .doOnNext(snapshot -> last = snapshot)
                .onErrorResume(this::theLast)
                .cacheInvalidateIf(snapshot -> snapshot.number() < versions.newest(capability));
    }

    public Mono<T> current() {
        return kept.map(Snapshot::value);
    }

    public Mono<Snapshot<T>> snapshot() {
        return kept;
    }

    /** Pages are read one after another: what changed meanwhile is read again, so that a state is never a mixture. */
    private Mono<Snapshot<T>> read() {
        return versions.numberOf(capability)
                .flatMap(before -> reading.flatMap(value -> versions.numberOf(capability)
                        .flatMap(after -> before.equals(after) ? Mono.just(new Snapshot<>(after, value)) : read())));
    }

    private Mono<Snapshot<T>> theLast(Throwable error) {
        Snapshot<T> before = last;
        if (before == null) {
            return Mono.error(error);
        }
        LOG.warn("Reading {} anew failed: {}", capability, error.getClass().getSimpleName());
        return Mono.just(before);
    }

    /** Every row, given what reads the page after a row, or the first page after none. */
    public static <R> Mono<List<R>> all(Function<Optional<R>, Mono<List<R>>> pageAfter) {
        return pageAfter
                .apply(Optional.empty())
                .expand(page -> page.size() < PAGE ? Mono.empty() : pageAfter.apply(Optional.of(page.getLast())))
                .flatMapIterable(Function.identity())
                .collectList();
    }
}
