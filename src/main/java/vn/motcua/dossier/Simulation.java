package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Deadline;

/**
 * What a state of the calendar would do to running dossiers, told one after the other. It keeps counts by agency and the
 * first few dossiers, however many it is told.
 */
public final class Simulation {

    private final Outlook outlook;
    private final int most;
    private final List<Move> first = new ArrayList<>();
    private final Map<Integer, Counts> agencies = new HashMap<>();
    private int examined;

    /** @param most how many moves are kept */
    public Simulation(Reference state, int most) {
        this.outlook = new Outlook(state);
        this.most = most;
    }

    /** A due moment that would be another one. */
    public record Move(OpenClock clock, Deadline deadline) {

        /** By how long, earlier or later; nothing where there was no due moment. */
        Duration distance() {
            return clock.dueAt()
                    .map(before -> Duration.between(before, deadline.dueAt()))
                    .orElse(Duration.ZERO);
        }
    }

    /**
     * How many due moments of an agency would be other ones.
     *
     * @param came had none before
     * @param largest the largest move, earlier or later
     */
    public record Counts(int later, int earlier, int came, Duration largest) {

        private static final Counts NONE = new Counts(0, 0, 0, Duration.ZERO);

        public int moved() {
            return later + earlier + came;
        }

        private Counts with(Move move) {
            Duration distance = move.distance();
            boolean isNew = move.clock().dueAt().isEmpty();
            return new Counts(
                    later + (distance.isPositive() ? 1 : 0),
                    earlier + (distance.isNegative() ? 1 : 0),
                    came + (isNew ? 1 : 0),
                    longer(largest, distance.abs()));
        }

        private Counts plus(Counts other) {
            return new Counts(
                    later + other.later, earlier + other.earlier, came + other.came, longer(largest, other.largest));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    /** Takes the next dossier. */
    public void add(OpenClock clock) {
        examined++;
        outlook.of(clock)
                .filter(deadline -> !clock.dueAt().equals(Optional.of(deadline.dueAt())))
                .ifPresent(deadline -> count(new Move(clock, deadline)));
    }

    private void count(Move move) {
        agencies.merge(move.clock().agency(), Counts.NONE.with(move), Counts::plus);
        if (first.size() < most) {
            first.add(move);
        }
    }

    public int examined() {
        return examined;
    }

    /** The first moves, in the order in which dossiers were told. */
    public List<Move> first() {
        return List.copyOf(first);
    }

    /** True when no further move would be kept. */
    public boolean isFull() {
        return first.size() == most;
    }

    public Counts total() {
        return agencies.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** By agency whose clock it is, most moves first. */
    public List<Map.Entry<Integer, Counts>> byAgency() {
        return agencies.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Integer, Counts>>comparingInt(
                                entry -> -entry.getValue().moved())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** The moment from which on something is due that a change since a day can move. */
    public static Instant concerned(LocalDate since) {
        return WorkingCalendar.instant(since.atStartOfDay());
    }
}
