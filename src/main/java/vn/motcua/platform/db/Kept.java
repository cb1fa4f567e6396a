package vn.motcua.platform.db;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Snapshot;

/**
 * Reference data in memory: read whole, page by page, and kept until somebody changes them, in whatever instance. Nobody
 * waits for a new state but who changed them: until it is read, and while it cannot be, the old one serves.
 */
public final class Kept<T> {

    /** The rows of a full page; a shorter one is the last. */
    public static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final ReferenceVersions versions;
    private final String capability;
    private final Mono<T> reading;
    private final AtomicReference<@Nullable Mono<Snapshot<T>>> underWay = new AtomicReference<>();
    private volatile @Nullable Snapshot<T> last;

    /**
     * @param capability its row in {@code reference_version}
     * @param reading reads everything anew at each subscription
     */
    public Kept(ReferenceVersions versions, String capability, Mono<T> reading) {
        this.versions = versions;
        this.capability = capability;
        this.reading = reading;
        versions.followedBy(this::refreshed);
    }

    public Mono<T> current() {
        return snapshot().map(Snapshot::value);
    }

    /** The state that serves: the newest that was read, whose number may be behind. Only the first is waited for. */
    public Mono<Snapshot<T>> snapshot() {
        return Mono.defer(() -> {
            Snapshot<T> before = last;
            return before == null ? reading() : Mono.just(before);
        });
    }

    /**
     * Ends when the state that was newest when it began serves, or could not be read: then the next look tries again. What
     * nobody has asked for yet is not read.
     */
    private Mono<Void> refreshed() {
        return Mono.defer(() -> {
            Mono<Snapshot<T>> first = underWay.get();
            Snapshot<T> before = last;
            if (before == null) {
                return first == null ? Mono.empty() : refreshedAfter(first);
            }
            return before.number() < versions.newest(capability) ? refreshedAfter(reading()) : Mono.empty();
        });
    }

    /** A reading that others began may have missed what is newest now. */
    private Mono<Void> refreshedAfter(Mono<Snapshot<T>> other) {
        return other.flatMap(_ -> refreshed())
                .doOnError(error -> LOG.warn(
                        "Reading {} anew failed: {}",
                        capability,
                        error.getClass().getSimpleName()))
                .onErrorComplete();
    }

    /** One reading at a time, for all who wait; it goes on when they leave. */
    private Mono<Snapshot<T>> reading() {
        Mono<Snapshot<T>> next = Mono.defer(this::read)
                .doOnNext(snapshot -> last = snapshot)
                .doOnTerminate(() -> underWay.set(null))
                .cache();
        Mono<Snapshot<T>> other = underWay.compareAndExchange(null, next);
        return other == null ? next : other;
    }

    /** Pages are read one after another: what changed meanwhile is read again, so that a state is never a mixture. */
    private Mono<Snapshot<T>> read() {
        return versions.numberOf(capability)
                .flatMap(before -> reading.flatMap(value -> versions.numberOf(capability)
                        .flatMap(after -> before.equals(after) ? Mono.just(new Snapshot<>(after, value)) : read())));
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
