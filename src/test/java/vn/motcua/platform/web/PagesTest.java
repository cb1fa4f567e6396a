package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<Integer> NUMBERS = IntStream.range(0, 45).boxed().toList();

    private final Pages pages = new Pages(new Cursors(
            new CursorProperties("0f".repeat(32)), InstantSource.fixed(Instant.parse("2026-11-23T03:00:00Z"))));

    @Test
    void pagesFollowEachOtherToTheEnd() {
        Pages.Page<Integer> first = page(null, null, MONDAY);
        Pages.Page<Integer> second = page(null, first.next(), MONDAY);
        Pages.Page<Integer> third = page(null, second.next(), MONDAY);
        assertThat(first.items()).isEqualTo(NUMBERS.subList(0, 20));
        assertThat(second.items()).isEqualTo(NUMBERS.subList(20, 40));
        assertThat(third.items()).isEqualTo(NUMBERS.subList(40, 45));
        assertThat(third.next()).isNull();
    }

    @Test
    void fullPageAtTheEndIsTheLast() {
        assertThat(pages.of(asked(null, null, MONDAY), NUMBERS.subList(0, 20), Function.identity())
                        .next())
                .isNull();
        assertThat(pages.of(asked(null, null, MONDAY), List.<Integer>of(), Function.identity())
                        .next())
                .isNull();
    }

    @Test
    void everyPageSpeaksOfTheDayOfTheFirst() {
        String next = page(null, null, MONDAY).next();
        assertThat(asked(null, next, MONDAY.plusDays(1)).day()).isEqualTo(MONDAY);
        String ofADay = page(MONDAY.minusDays(9), null, MONDAY).next();
        assertThat(asked(MONDAY.minusDays(9), ofADay, MONDAY.plusDays(1)).day()).isEqualTo(MONDAY.minusDays(9));
    }

    @Test
    void cursorOfAnotherDayFilterOrListOpensNothing() {
        String next = page(null, null, MONDAY).next();
        invalid(() -> asked(MONDAY, next, MONDAY));
        invalid(() -> pages.asked("/units", List.of("query=b"), null, MONDAY, 20, next));
        invalid(() -> pages.asked("/agencies", List.of("query=a"), null, MONDAY, 20, next));
        invalid(() -> asked(null, "", MONDAY));
    }

    @Test
    void placeThatIsNoMoreIsNoPlace() {
        String next = page(null, null, MONDAY).next();
        invalid(() -> pages.of(asked(null, next, MONDAY), NUMBERS.subList(0, 5), Function.identity()));
    }

    private static void invalid(ThrowingCallable asking) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(asking)
                .extracting(Problem::type)
                .isEqualTo(ProblemType.INVALID_CURSOR);
    }

    private Pages.Page<Integer> page(@Nullable LocalDate on, @Nullable String cursor, LocalDate today) {
        return pages.of(asked(on, cursor, today), NUMBERS, Function.identity());
    }

    private Pages.Asked asked(@Nullable LocalDate on, @Nullable String cursor, LocalDate today) {
        return pages.asked("/units", List.of("query=a"), on, today, 20, cursor);
    }
}
