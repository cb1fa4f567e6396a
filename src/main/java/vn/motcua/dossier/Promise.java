package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What was promised when the clock started, and what it was computed with. The first promise is kept for ever beside the
 * current due moment.
 *
 * @param missing why there is no due moment; empty when there is one
 * @param ruleVersion the rules of the clock that computed it
 */
public record Promise(
        Optional<Instant> firstPromisedAt,
        Optional<Instant> dueAt,
        Optional<Missing> missing,
        boolean dependsOnForecast,
        int calendarVersion,
        String ruleVersion)
        implements ClockStart {

    /** Why a due moment cannot be computed. */
    public enum Missing {
        TERM_UNCONFIRMED,
        CALENDAR_ENDS
    }

    public Promise {
        if (dueAt.isPresent() == missing.isPresent()) {
            throw new IllegalArgumentException("Either a due moment or the reason why there is none");
        }
    }

    public static Promise due(Instant at, boolean dependsOnForecast, int calendarVersion, String ruleVersion) {
        return new Promise(
                Optional.of(at), Optional.of(at), Optional.empty(), dependsOnForecast, calendarVersion, ruleVersion);
    }

    public static Promise none(Missing why, int calendarVersion, String ruleVersion) {
        return new Promise(Optional.empty(), Optional.empty(), Optional.of(why), false, calendarVersion, ruleVersion);
    }
}
