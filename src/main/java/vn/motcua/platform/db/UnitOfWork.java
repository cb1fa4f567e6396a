package vn.motcua.platform.db;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** One shielded piece of database work, and the connection it holds. */
final class UnitOfWork {

    private final long begun = System.nanoTime();
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();

    /** True once a statement may have reached the server. */
    boolean reachedTheServer() {
        return connection.get() != null;
    }

    boolean isOlderThan(Duration limit) {
        return System.nanoTime() - begun > limit.toNanos();
    }

    /** Closes the socket itself: giving the connection back to the pool would hand its trouble to the next unit. */
    Mono<Void> closeConnection() {
        return switch (connection.get()) {
            case Wrapped<?> pooled when pooled.unwrap() instanceof Connection socket -> Mono.from(socket.close());
            case Connection socket -> Mono.from(socket.close());
            case null -> Mono.empty();
        };
    }

    /** A pool that tells the unit in the context which connection it was given. */
    static ConnectionFactory tracking(ConnectionFactory pool) {
        return new ConnectionFactory() {
            @Override
            public Publisher<? extends Connection> create() {
                return Mono.deferContextual(context -> Mono.<Connection>from(pool.create())
                        .doOnNext(given -> context.<UnitOfWork>getOrEmpty(UnitOfWork.class)
                                .ifPresent(unit -> unit.connection.set(given))));
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return pool.getMetadata();
            }
        };
    }
}
