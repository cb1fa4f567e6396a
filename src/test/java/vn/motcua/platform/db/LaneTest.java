package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Small writes of many share one statement. */
class LaneTest {

    private final List<List<Integer>> written = new ArrayList<>();
    private final List<CompletableFuture<@Nullable Void>> underWay = new ArrayList<>();
    private final Lane<Integer> lane = new Lane<>(this::write, 3, 5, Duration.ofMinutes(1));

    private Mono<Void> write(List<Integer> items) {
        written.add(items);
        var end = new CompletableFuture<@Nullable Void>();
        underWay.add(end);
        return Mono.fromFuture(end);
    }

    private CompletableFuture<@Nullable Void> add(int item) {
        return lane.add(item).toFuture();
    }

    @Test
    void whatComesWhileOneIsUnderWayGathersIntoTheNext() {
        var first = add(1);
        var second = add(2);
        var third = add(3);
        assertThat(written).containsExactly(List.of(1));

        underWay.getFirst().complete(null);
        assertThat(first).isCompleted();
        assertThat(written).containsExactly(List.of(1), List.of(2, 3));
        assertThat(List.of(second, third)).noneMatch(CompletableFuture::isDone);

        underWay.get(1).complete(null);
        assertThat(List.of(second, third)).allMatch(CompletableFuture::isDone);
        add(4);
        assertThat(written).last().isEqualTo(List.of(4));
    }

    @Test
    void aWriteThatFailsFailsForThoseInItAndForNobodyElse() {
        var first = add(1);
        var second = add(2);
        underWay.getFirst().completeExceptionally(new IllegalStateException("down"));
        assertThat(first).isCompletedExceptionally();
        underWay.get(1).complete(null);
        assertThat(second).isCompletedWithValue(null);
    }

    @Test
    void oneWriteTakesNoMoreThanItsWidth() {
        IntStream.rangeClosed(1, 6).forEach(this::add);
        underWay.getFirst().complete(null);
        underWay.get(1).complete(null);
        assertThat(written).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void whoFindsTooManyWaitingIsRefusedAtOnce() {
        IntStream.rangeClosed(1, 6).forEach(this::add);
        assertThat(add(7)).isCompletedExceptionally();
        assertThat(add(7).handle((_, error) -> error)).isCompletedWithValueMatching(Overloaded.class::isInstance);
    }

    @Test
    void whoLeavesIsWrittenAllTheSame() {
        add(1);
        lane.add(2).subscribe().dispose();
        underWay.getFirst().complete(null);
        assertThat(written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void aWriteThatWasRefusedBeforeItBeganIsAskedOnceMore() {
        var first = add(1);
        var second = add(2);
        underWay.getFirst().completeExceptionally(new Overloaded());
        assertThat(written).containsExactly(List.of(1), List.of(1));
        underWay.get(1).complete(null);
        assertThat(first).isCompletedWithValue(null);
        underWay.get(2).completeExceptionally(new Overloaded());
        assertThat(second).isNotDone();
        underWay.get(3).completeExceptionally(new Overloaded());
        assertThat(second).isCompletedExceptionally();
        assertThat(written).containsExactly(List.of(1), List.of(1), List.of(2), List.of(2));
    }

    @Test
    void whoWaitedTooLongIsRefusedAndNotWrittenAnyMore() {
        Lane<Integer> hasty = new Lane<>(this::write, 3, 5, Duration.ofMillis(1));
        assertThat(refusal(hasty.add(1))).isInstanceOf(Overloaded.class);
        assertThat(refusal(hasty.add(2))).isInstanceOf(Overloaded.class);
        assertThat(written).containsExactly(List.of(1));
        underWay.getFirst().complete(null);
        assertThat(written).containsExactly(List.of(1));
        hasty.add(3).subscribe();
        assertThat(written).containsExactly(List.of(1), List.of(3));
    }

    private static Throwable refusal(Mono<Void> added) {
        return added.toFuture().<Throwable>handle((_, error) -> error).join();
    }
}
