package vn.motcua.procedure;

import java.util.Optional;

/**
 * How the legal clock runs for a procedure version. Where sector law is silent, the rules of Decree 118/2025 hold:
 * {@link #GENERAL}.
 *
 * @param startEvent what starts the processing time
 * @param supplement what a supplement request after acceptance does to the clock
 * @param finance what a financial duty does to the clock
 * @param maxSupplements how many requests the agency may make at a stage
 * @param window how long the applicant may take to supplement
 * @param precision whether lateness is judged by the day or by the moment
 * @param firstDay which day is the first one, that does not count
 * @param closesItself whether the dossier closes when the window ends without a supplement, or a clerk closes it
 */
public record ClockPolicy(
        StartEvent startEvent,
        Effect supplement,
        Effect finance,
        int maxSupplements,
        Optional<Term> window,
        Precision precision,
        FirstDay firstDay,
        boolean closesItself) {

    /** With the general rules on the first day and the end of the window. */
    public ClockPolicy(
            StartEvent startEvent,
            Effect supplement,
            Effect finance,
            int maxSupplements,
            Optional<Term> window,
            Precision precision) {
        this(startEvent, supplement, finance, maxSupplements, window, precision, FirstDay.OF_OPENING, false);
    }

    /** With another reading of the first day. */
    public ClockPolicy with(FirstDay reading) {
        return new ClockPolicy(
                startEvent, supplement, finance, maxSupplements, window, precision, reading, closesItself);
    }

    /** What starts the processing time. */
    public enum StartEvent {
        /**
         * Acceptance of a complete dossier (article 17.3); where it was taken in elsewhere, reception by the competent agency
         * (Decree 309/2026, since 2026-08-05).
         */
        ACCEPTED,
        /** Reception by the competent agency, wherever it was taken in. */
        COMPETENT_RECEPTION,
        /** The fee is confirmed, as sector law says for vehicle registration. */
        FEE_CONFIRMED
    }

    /** What happens to a running clock. */
    public enum Effect {
        RESTART,
        PAUSE,
        RUN
    }

    /** How lateness is judged. */
    public enum Precision {
        DAY,
        MOMENT
    }

    /** Article 19.5: restart from zero, one request, fifteen days to complete it. */
    public static final ClockPolicy GENERAL = new ClockPolicy(
            StartEvent.ACCEPTED, Effect.RESTART, Effect.RUN, 1, Optional.of(new Term.CalendarDays(15)), Precision.DAY);
}
