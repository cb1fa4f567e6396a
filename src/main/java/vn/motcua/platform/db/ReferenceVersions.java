package vn.motcua.platform.db;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far the reference data have moved, in whatever instance: each change raises the number of its capability in the same
 * transaction, and every instance looks twice a second.
 */
@Component
public class ReferenceVersions {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceVersions.class);

    private final Database database;
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final List<Supplier<Mono<Void>>> followers = new CopyOnWriteArrayList<>();

    ReferenceVersions(Database database) {
        this.database = database;
    }

    /** The number as last seen; 0 before anybody looked. */
    long newest(String capability) {
        return newest.getOrDefault(capability, 0L);
    }

    /** Has what is kept brought up to the newest number by each look.
     *
     * @param follower brings what is kept here up to the newest number; ends without an error */
    void followedBy(Supplier<Mono<Void>> follower) {
        followers.add(follower);
    }

    /**
     * Looks now, and ends when what is kept here is as new as what was seen; whoever changed reference data does, so that
     * its own next request sees the change.
     */
    public Mono<Void> look() {
        return numbers()
                .thenMany(Flux.fromIterable(followers).flatMap(Supplier::get))
                .then();
    }

    private Mono<Void> numbers() {
        return database.read(
                        Sql.of("""
                            SELECT capability, version FROM reference_version
                            """),
                        row -> Map.entry(
                                Rows.required(row, "capability", String.class),
                                Rows.required(row, "version", Long.class)))
                .doOnNext(rows -> rows.forEach(row -> newest.merge(row.getKey(), row.getValue(), Math::max)))
                .then();
    }

    Mono<Long> numberOf(String capability) {
        return numbers().then(Mono.fromSupplier(() -> newest(capability)));
    }

    @Scheduled(fixedDelayString = "${motcua.reference.look-every:PT0.5S}")
    Mono<Void> watch() {
        return Mono.defer(this::look)
                .doOnError(error -> LOG.warn(
                        "Looking for new reference data failed: {}",
                        error.getClass().getSimpleName()))
                .onErrorComplete();
    }
}
