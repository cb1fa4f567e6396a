package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.reporting.SmallCells.Part;
import vn.motcua.reporting.SmallCells.Withheld;

/**
 * Nobody can compute a count from 1 to 4: for each there is another table that looks the same from outside. Of the classes,
 * two of each part are filled; the seed is in the name of the test, {@code -Dseed=n} runs one.
 */
class SmallCellsTest {

    private static final long[] VALUES = {0, 0, 1, 2, 4, 5, 6, 9};
    private static final List<Part> PART_OF =
            List.of(Part.CAME, Part.CAME, Part.ENDED, Part.ENDED, Part.PENDING, Part.PENDING);
    private static final List<long[]> CHANGES = changes();

    static Stream<Long> seeds() {
        return Optional.ofNullable(Long.getLong("seed"))
                .map(Stream::of)
                .orElseGet(() -> new Random().longs(1500).boxed());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallCountCanBeComputed(long seed) {
        Random random = new Random(seed);
        List<long[]> rows =
                Stream.generate(() -> row(random)).limit(1 + random.nextInt(4)).toList();
        Withheld withheld =
                SmallCells.of(rows.stream().map(SmallCellsTest::counts).toList());
        for (int row = 0; row < rows.size(); row++) {
            for (int cell = 0; cell < PART_OF.size(); cell++) {
                if (isSmall(rows.get(row)[cell])) {
                    assertThat(hasTwin(rows, withheld, row, cell))
                            .as("row %d cell %d", row, cell)
                            .isTrue();
                }
            }
        }
        long[] total = sum(rows);
        for (int cell = 0; cell < PART_OF.size(); cell++) {
            if (isSmall(total[cell])) {
                assertThat(withheld.total()).contains(PART_OF.get(cell));
            }
        }
    }

    @Test
    void aTableWithoutSmallCountsIsWhole() {
        List<Counts> rows = List.of(counts(new long[] {5, 6, 5, 0, 6, 0}), counts(new long[] {0, 0, 0, 0, 0, 0}));
        assertThat(SmallCells.of(rows)).isEqualTo(Withheld.nothing(2));
    }

    @Test
    void oneSmallClassTakesItsPartAndThatOfTheSmallestOtherRow() {
        List<Counts> rows = List.of(
                counts(new long[] {20, 0, 10, 3, 7, 0}),
                counts(new long[] {50, 0, 40, 0, 10, 0}),
                counts(new long[] {30, 0, 20, 0, 10, 0}));
        Withheld withheld = SmallCells.of(rows);
        assertThat(withheld.rows()).containsExactly(Set.of(Part.ENDED), Set.of(), Set.of(Part.ENDED));
        assertThat(withheld.total()).containsExactly(Part.ENDED);
    }

    @Test
    void aRowOfWhichAlmostNothingCameIsWithheldWholeAndSoIsARowOfNothing() {
        List<Counts> rows = List.of(
                counts(new long[] {1, 1, 2, 0, 0, 0}),
                counts(new long[] {50, 50, 40, 40, 10, 10}),
                counts(new long[] {0, 0, 0, 0, 0, 0}));
        assertThat(SmallCells.of(rows).rows())
                .containsExactly(
                        Set.of(Part.CAME, Part.ENDED, Part.PENDING),
                        Set.of(),
                        Set.of(Part.CAME, Part.ENDED, Part.PENDING));
    }

    /** Another table that differs in the cell, and in nothing that is published. */
    private static boolean hasTwin(List<long[]> rows, Withheld withheld, int row, int cell) {
        return CHANGES.stream()
                .filter(change -> change[cell] != 0)
                .filter(change ->
                        isPossible(rows.get(row), change, withheld.rows().get(row)))
                .anyMatch(change -> isUnseen(change, withheld.total())
                        || IntStream.range(0, rows.size())
                                .filter(other -> other != row)
                                .anyMatch(other -> isPossible(
                                        rows.get(other),
                                        negative(change),
                                        withheld.rows().get(other))));
    }

    private static boolean isPossible(long[] row, long[] change, Set<Part> hidden) {
        return IntStream.range(0, row.length).allMatch(cell -> row[cell] + change[cell] >= 0)
                && isUnseen(change, hidden);
    }

    /** Who sees that so many came, also knows how many of them ended. */
    private static boolean isUnseen(long[] change, Set<Part> hidden) {
        Predicate<Part> isKept = part -> sum(change, part) == 0;
        return IntStream.range(0, change.length)
                        .allMatch(cell -> change[cell] == 0 || hidden.contains(PART_OF.get(cell)))
                && sum(change, Part.CAME) == sum(change, Part.ENDED) + sum(change, Part.PENDING)
                && (hidden.contains(Part.CAME) || Stream.of(Part.values()).allMatch(isKept));
    }

    private static long sum(long[] change, Part part) {
        return IntStream.range(0, change.length)
                .filter(cell -> PART_OF.get(cell) == part)
                .mapToLong(cell -> change[cell])
                .sum();
    }

    private static List<long[]> changes() {
        return IntStream.range(0, (int) Math.pow(3, PART_OF.size()))
                .mapToObj(number -> IntStream.range(0, PART_OF.size())
                        .mapToLong(cell -> number / (int) Math.pow(3, cell) % 3 - 1)
                        .toArray())
                .toList();
    }

    private static long[] negative(long[] change) {
        return LongStream.of(change).map(one -> -one).toArray();
    }

    /** What came is what ended and is pending. */
    private static long[] row(Random random) {
        long[] row = IntStream.range(0, PART_OF.size())
                .mapToLong(_ -> VALUES[random.nextInt(VALUES.length)])
                .toArray();
        long all = row[2] + row[3] + row[4] + row[5];
        row[0] = Math.min(row[0], all);
        row[1] = all - row[0];
        return row;
    }

    private static long[] sum(List<long[]> rows) {
        return IntStream.range(0, PART_OF.size())
                .mapToLong(cell -> rows.stream().mapToLong(row -> row[cell]).sum())
                .toArray();
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < 5;
    }

    private static Counts counts(long[] row) {
        return new Counts(row[0], row[1], row[2], row[3], 0, 0, 0, 0, row[4], row[5], 0, 0, 0, 0, 0);
    }
}
