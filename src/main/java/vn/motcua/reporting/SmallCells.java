package vn.motcua.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the public may not see of a table: counts from 1 to 4, and what would tell them. Whoever knows the rule, the totals,
 * and how many came, ended and are pending in each row that is not withheld whole, can compute none of them (ADR 17).
 */
public final class SmallCells {

    private static final long LEAST = 5;
    private static final Set<Part> NOTHING = Set.of();

    private SmallCells() {}

    /** What is withheld together. */
    public enum Part {
        CAME,
        ENDED,
        PENDING;

        public static Set<Part> union(Set<Part> some, Set<Part> others) {
            Set<Part> all = EnumSet.noneOf(Part.class);
            all.addAll(some);
            all.addAll(others);
            return all;
        }
    }

    /**
     * The parts withheld of each row and of the total.
     *
     * @param rows in the order of the table
     */
    public record Withheld(List<Set<Part>> rows, Set<Part> total) {

        public static Withheld nothing(int rows) {
            return new Withheld(IntStream.range(0, rows).mapToObj(_ -> NOTHING).toList(), NOTHING);
        }

        /** What either withholds: a year and its quarters add up, so each tells of the others. */
        public Withheld and(Withheld other) {
            return new Withheld(
                    IntStream.range(0, rows.size())
                            .mapToObj(row -> Part.union(rows.get(row), other.rows.get(row)))
                            .toList(),
                    Part.union(total, other.total));
        }
    }

    /**
     * What is withheld of a table whose total is the sum of its rows.
     *
     * <ol>
     *   <li>A row of which so few were received, carried over, ended or are pending is withheld whole, with every row of which
     *       there is nothing.
     *   <li>What ended in a row is withheld together when one of its classes is so small; likewise what is pending.
     *   <li>Where this withholds a part of one row only, the same part of the smallest other row is withheld too.
     *   <li>The total is treated as a row by 1 and 2.
     * </ol>
     */
    public static Withheld of(List<Counts> rows) {
        Set<Integer> whole = matching(rows, SmallCells::hasSmallSum);
        if (!whole.isEmpty()) {
            whole.addAll(matching(rows, row -> came(row) == 0));
        }
        complement(whole, rows, SmallCells::came, 2 - whole.size());
        Set<Integer> ended = part(rows, whole, SmallCells::ended, Counts::resolved);
        Set<Integer> pending = part(rows, whole, SmallCells::pending, SmallCells::pendingSum);
        Counts total = rows.stream().reduce(Counts.NONE, Counts::plus);
        return new Withheld(
                IntStream.range(0, rows.size())
                        .mapToObj(row -> parts(whole.contains(row), ended.contains(row), pending.contains(row)))
                        .toList(),
                parts(hasSmallSum(total), hasSmall(ended(total)), hasSmall(pending(total))));
    }

    private static Set<Integer> part(
            List<Counts> rows, Set<Integer> whole, ToClasses classes, ToLongFunction<Counts> sum) {
        Set<Integer> withheld = matching(rows, row -> hasSmall(classes.of(row)));
        withheld.addAll(whole);
        List<Integer> filled = withheld.stream()
                .filter(row -> sum.applyAsLong(rows.get(row)) > 0)
                .toList();
        boolean isAlone = filled.size() == 1 && !whole.contains(filled.getFirst());
        complement(withheld, rows, sum, isAlone ? 1 : 0);
        return withheld;
    }

    private interface ToClasses {
        long[] of(Counts counts);
    }

    private interface Test {
        boolean of(Counts counts);
    }

    private static Set<Integer> matching(List<Counts> rows, Test test) {
        Set<Integer> found = new HashSet<>();
        IntStream.range(0, rows.size()).filter(row -> test.of(rows.get(row))).forEach(found::add);
        return found;
    }

    /** Adds so many of the smallest other rows that hold anything, as far as there are. */
    private static void complement(Set<Integer> withheld, List<Counts> rows, ToLongFunction<Counts> sum, int missing) {
        if (withheld.isEmpty() || missing < 1) {
            return;
        }
        List<Integer> others = new ArrayList<>(IntStream.range(0, rows.size())
                .filter(row -> !withheld.contains(row) && sum.applyAsLong(rows.get(row)) > 0)
                .boxed()
                .toList());
        others.sort(Comparator.comparingLong(row -> sum.applyAsLong(rows.get(row))));
        withheld.addAll(others.subList(0, Math.min(missing, others.size())));
    }

    private static Set<Part> parts(boolean whole, boolean ended, boolean pending) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (whole) {
            parts.add(Part.CAME);
        }
        if (whole || ended) {
            parts.add(Part.ENDED);
        }
        if (whole || pending) {
            parts.add(Part.PENDING);
        }
        return parts;
    }

    private static boolean hasSmallSum(Counts counts) {
        return hasSmall(counts.received(), counts.carriedOver(), counts.resolved(), pendingSum(counts));
    }

    private static boolean hasSmall(long... counts) {
        return LongStream.of(counts).anyMatch(count -> count > 0 && count < LEAST);
    }

    private static long came(Counts counts) {
        return counts.received() + counts.carriedOver();
    }

    private static long pendingSum(Counts counts) {
        return came(counts) - counts.resolved();
    }

    /** Each dossier in one class: what is <i>of which</i> in the report is taken out of the class around it. */
    private static long[] ended(Counts counts) {
        return new long[] {
            counts.early(),
            counts.onTime(),
            counts.overdue(),
            counts.withdrawn() - counts.withdrawnOverdue(),
            counts.withdrawnOverdue(),
            counts.stopped() - counts.stoppedOverdue(),
            counts.stoppedOverdue(),
            counts.resolvedWithoutDue()
        };
    }

    private static long[] pending(Counts counts) {
        return new long[] {
            counts.pendingInTime(),
            counts.pendingOverdue(),
            counts.pendingPaused() - counts.pendingNotStarted(),
            counts.pendingNotStarted(),
            counts.pendingWithoutDue()
        };
    }
}
