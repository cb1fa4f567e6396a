package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;

/**
 * Something that may stop a running clock, with its ground: without one there is none.
 *
 * @param from when it was asked for or began
 * @param to when it was done or over; empty while it lasts
 * @param occasion what people call it and who said so, where somebody did
 * @param forecast true while it is expected and not yet decided
 */
public record Interruption(
        Ground ground, Instant from, Optional<Instant> to, Optional<Occasion> occasion, boolean forecast) {

    /** Of one dossier alone. */
    public Interruption(Ground ground, Instant from, Optional<Instant> to) {
        this(ground, from, to, Optional.empty(), false);
    }

    /** An outage that was declared; its end may be an expected one. */
    static Interruption of(Closure outage) {
        return new Interruption(
                Ground.OUTAGE,
                WorkingCalendar.instant(outage.from()),
                Optional.of(WorkingCalendar.instant(outage.to())),
                Optional.of(new Occasion(outage.reason(), outage.source())),
                outage.forecast());
    }

    /** Why a clock may stand still. */
    public enum Ground {
        /** The applicant was asked to supplement (status 5; Decree 118/2025 article 19.5). */
        SUPPLEMENT,
        /** The applicant owes a fee or tax (status 6). */
        FINANCIAL_DUTY,
        /** Another agency is asked: that never stops the clock (article 19.4). */
        CONSULTATION,
        /** The system was declared out of order. */
        OUTAGE,
        /** Sector law does not count the time, as when a higher authority decides. */
        SECTOR_LAW
    }

    public Interruption {
        if (to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("An interruption ends after it begins");
        }
    }

    /** Whether somebody asked the applicant for something; an outage just comes. */
    boolean isAskedFor() {
        return ground == Ground.SUPPLEMENT || ground == Ground.FINANCIAL_DUTY;
    }

    /** What it does to the clock of a procedure. */
    Effect effect(ClockPolicy policy) {
        return switch (ground) {
            case SUPPLEMENT -> policy.supplement();
            case FINANCIAL_DUTY -> policy.finance();
            case CONSULTATION -> Effect.RUN;
            case OUTAGE, SECTOR_LAW -> Effect.PAUSE;
        };
    }
}
