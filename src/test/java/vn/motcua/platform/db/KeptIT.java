package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.motcua.MotcuaIT;
import vn.motcua.TestDatabase;

@MotcuaIT
class KeptIT {

    @Autowired
    Database database;

    private final AtomicInteger readings = new AtomicInteger();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<Integer> slow = new CompletableFuture<>();
    private ReferenceVersions versions;

    /** Looked at by this test alone. */
    @BeforeEach
    void nobodyElseLooks() {
        versions = new ReferenceVersions(database);
    }

    @Test
    void everyRowIsReadPageByPage() {
        for (int rows : new int[] {0, 1, 199, 200, 201, 400, 1001}) {
            var pages = new AtomicInteger();
            assertThat(Kept.<Integer>all(last -> {
                                pages.incrementAndGet();
                                return page(last, rows);
                            })
                            .block())
                    .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
            assertThat(pages).hasValue(rows / Kept.PAGE + 1);
        }
    }

    @Test
    void valueIsReadOnceWhileItsNumberStays() {
        var kept = kept(Mono.fromCallable(readings::incrementAndGet));
        assertThat(kept.current().block()).isEqualTo(1);
        assertThat(kept.current().block()).isEqualTo(1);
    }

    @Test
    void valueIsReadAnewOnceItsNumberMoved() throws SQLException {
        var kept = kept(Mono.fromCallable(readings::incrementAndGet));
        assertThat(kept.current().block()).isEqualTo(1);
        moveNumber();
        versions.look().block();
        assertThat(kept.current().block()).isEqualTo(2);
        assertThat(kept.current().block()).isEqualTo(2);
    }

    @Test
    void whatChangedWhileItWasReadIsReadAgain() {
        var kept = kept(Mono.fromCallable(() -> {
            if (readings.incrementAndGet() == 1) {
                moveNumber();
            }
            return readings.get();
        }));
        assertThat(kept.current().block()).isEqualTo(2);
    }

    @Test
    void firstFailureIsNotKept() {
        var kept = kept(failingAt(1));
        assertThatThrownBy(() -> kept.current().block()).hasMessage("down");
        assertThat(kept.current().block()).isEqualTo(2);
    }

    @Test
    void oldValueServesWhileTheNewOneCannotBeRead() throws SQLException {
        var kept = kept(failingAt(2));
        assertThat(kept.current().block()).isEqualTo(1);
        moveNumber();
        versions.look().block();
        assertThat(kept.current().block()).isEqualTo(1);
        assertThat(kept.current().block()).isEqualTo(1);
        assertThat(readings).hasValue(2);
        versions.look().block();
        assertThat(kept.current().block()).isEqualTo(3);
    }

    @Test
    void nobodyWaitsForTheNewValueButWhoLooks() throws Exception {
        var kept = kept(Mono.defer(() -> readings.incrementAndGet() == 1 ? Mono.just(1) : slowly()));
        assertThat(kept.current().block()).isEqualTo(1);
        moveNumber();
        var looking = versions.look().toFuture();
        var lookingToo = versions.look().toFuture();
        begun.get();
        assertThat(kept.current().block()).isEqualTo(1);
        assertThat(looking).isNotDone();
        slow.complete(2);
        CompletableFuture.allOf(looking, lookingToo).get();
        assertThat(kept.current().block()).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void readingGoesOnWhenWhoLookedLeaves() throws Exception {
        var kept = kept(Mono.defer(() -> readings.incrementAndGet() == 1 ? Mono.just(1) : slowly()));
        assertThat(kept.current().block()).isEqualTo(1);
        moveNumber();
        var leaving = versions.look().toFuture();
        begun.get();
        leaving.cancel(true);
        slow.complete(2);
        versions.look().block();
        assertThat(kept.current().block()).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void whatNobodyAskedForIsNotRead() throws SQLException {
        kept(Mono.fromCallable(readings::incrementAndGet));
        moveNumber();
        versions.look().block();
        assertThat(readings).hasValue(0);
    }

    private Mono<Integer> slowly() {
        begun.complete(true);
        return Mono.fromFuture(slow, true);
    }

    private Mono<Integer> failingAt(int reading) {
        return Mono.fromCallable(() -> {
            if (readings.incrementAndGet() == reading) {
                throw new IllegalStateException("down");
            }
            return readings.get();
        });
    }

    private Kept<Integer> kept(Mono<Integer> reading) {
        return new Kept<>(versions, "calendar", reading);
    }

    private static void moveNumber() throws SQLException {
        try (var owner = TestDatabase.owner();
                var statement = owner.createStatement()) {
            statement.execute("UPDATE reference_version SET version = version + 1 WHERE capability = 'calendar'");
        }
    }

    private static Mono<List<Integer>> page(Optional<Integer> last, int rows) {
        int from = last.map(row -> row + 1).orElse(0);
        return Mono.just(
                IntStream.range(from, Math.min(rows, from + Kept.PAGE)).boxed().toList());
    }
}
