package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a running dossier's due moment when it is computed again with another state of the calendar and the
 * catalogue. The first promise stays; where there was none, it is the first due moment computed.
 */
public sealed interface Recomputed {

    /** The due moment is another one. */
    record Moved(Promise promise, Why why) implements Recomputed {}

    /** There was none, and now there is. */
    record Came(Promise promise, Why why) implements Recomputed {}

    /**
     * Nothing moves. So too where a due moment was given and the calendar does not reach as far as the new one: nobody knows
     * better before it does, and a promise is not taken back for a gap in our tables.
     */
    record Same() implements Recomputed {}

    /** Why a due moment is another one. */
    enum Why {
        /** A version of the calendar says otherwise, or reaches further. */
        CALENDAR,
        /** Somebody confirmed the term. */
        TERM
    }

    /** The due moment of a running dossier in a state of the reference data. */
    static Recomputed of(RunningClock running, Reference state) {
        Promise before = running.promise();
        Promise now = Promises.again(running, state);
        if (now.dueAt().isEmpty() || now.dueAt().equals(before.dueAt())) {
            return new Same();
        }
        Promise kept = new Promise(
                before.firstPromisedAt().or(now::dueAt),
                now.dueAt(),
                Optional.empty(),
                now.dependsOnForecast(),
                now.calendarVersion(),
                now.ruleVersion());
        Why why = why(running, kept, state);
        return before.dueAt().isPresent() ? new Moved(kept, why) : new Came(kept, why);
    }

    /** What happens to a dossier by it; empty when nothing does. */
    default Optional<DossierEvent> event(RunningClock running, Instant at) {
        return switch (this) {
            case Moved(Promise promise, Why why) -> Optional.of(event(running, promise, why, at));
            case Came(Promise promise, Why why) -> Optional.of(event(running, promise, why, at));
            case Same _ -> Optional.empty();
        };
    }

    private static DossierEvent event(RunningClock running, Promise promise, Why why, Instant at) {
        return new DossierEvent.DeadlineRecomputed(at, running.startedAt(), running.promise(), promise, why);
    }

    private static Why why(RunningClock running, Promise now, Reference state) {
        return running.promise()
                .missing()
                .map(missing -> switch (missing) {
                    case TERM_UNCONFIRMED -> Why.TERM;
                    case CALENDAR_ENDS -> Why.CALENDAR;
                })
                .orElseGet(() -> isByTerm(running, now, state) ? Why.TERM : Why.CALENDAR);
    }

    /**
     * A dossier names the calendar that it was computed with, although later ones gave the same. So a later one alone says
     * nothing: it was the term where that was confirmed since, and the one before it would leave the due moment as it is.
     */
    private static boolean isByTerm(RunningClock running, Promise now, Reference state) {
        Promise before = running.promise();
        Instant computedAt =
                before.dueAt().equals(before.firstPromisedAt()) ? running.startedAt() : running.lastEventAt();
        return before.calendarVersion() == now.calendarVersion()
                || (isConfirmedSince(computedAt, running, state)
                        && Promises.formerly(running, state)
                                .anyMatch(former -> former.dueAt().equals(before.dueAt())));
    }

    private static boolean isConfirmedSince(Instant computedAt, RunningClock running, Reference state) {
        return Promises.confirmedAt(running, state)
                .filter(confirmedAt -> !confirmedAt.isBefore(computedAt))
                .isPresent();
    }
}
