package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of the log, both ends inclusive; without an event when {@code to} is before {@code from}.
 *
 * @param logPosition the last position of the whole log
 */
public record LogRange(long from, long to, long logPosition) implements LogCut {

    /** What somebody wants; without an end, to the end that the log has. */
    public record Asked(Optional<LogPlace> from, Optional<LogPlace> to) {

        /** Days are compared as days: between two of them there may be no event. */
        private boolean isUpsideDown(long first, long last) {
            Optional<LocalDate> firstDay = from.flatMap(LogPlace::onDay);
            Optional<LocalDate> lastDay = to.flatMap(LogPlace::onDay);
            if (firstDay.isPresent() && lastDay.isPresent()) {
                return firstDay.get().isAfter(lastDay.get());
            }
            return from.isPresent() && to.isPresent() && first > last;
        }
    }

    /**
     * What the log holds, as of one moment.
     *
     * @param last the last position; 0 while there is none
     * @param firstSince of the first event recorded on the day asked from, or later
     * @param lastUntil of the last event recorded on the day asked to, or earlier
     */
    public record Held(long last, Optional<Long> firstSince, Optional<Long> lastUntil) {}

    /**
     * Cuts what was asked out of what there is. Days without events, and what follows the last event, make an empty stretch.
     *
     * @param today after which no day can be asked for
     */
    public static LogCut of(Asked asked, Held held, LocalDate today) {
        Optional<Long> from =
                asked.from().isEmpty() ? Optional.of(1L) : begin(asked.from().get(), held, today);
        if (from.isEmpty()) {
            return new Wrong("from");
        }
        Optional<Long> to =
                asked.to().isEmpty() ? Optional.of(held.last()) : end(asked.to().get(), held, today);
        if (to.isEmpty()) {
            return new Wrong("to");
        }
        return asked.isUpsideDown(from.get(), to.get())
                ? new Wrong("from")
                : new LogRange(from.get(), to.get(), held.last());
    }

    /** The next position is none to come too early for: whoever has read everything asks from there. */
    private static Optional<Long> begin(LogPlace asked, Held held, LocalDate today) {
        long next = held.last() + 1;
        return asked.onDay().filter(today::isBefore).isPresent()
                ? Optional.empty()
                : position(asked, held.firstSince().or(() -> Optional.of(next))).filter(first -> first <= next);
    }

    private static Optional<Long> end(LogPlace asked, Held held, LocalDate today) {
        return asked.onDay().filter(today::isBefore).isPresent()
                ? Optional.empty()
                : position(asked, held.lastUntil().or(() -> Optional.of(0L))).filter(last -> last <= held.last());
    }

    private static Optional<Long> position(LogPlace asked, Optional<Long> ofDay) {
        return switch (asked) {
            case LogPlace.Position(long number) -> Optional.of(number);
            case LogPlace.Day _ -> ofDay;
        };
    }
}
