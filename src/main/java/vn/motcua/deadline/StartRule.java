package vn.motcua.deadline;

import java.time.LocalDate;
import vn.motcua.procedure.ClockPolicy.StartEvent;

/** What starts the processing time: rules of the set CLK-1, each since a day. */
public enum StartRule {
    /** Acceptance of a complete dossier (Decree 118/2025 article 17.3). */
    ACCEPTANCE(11, LocalDate.of(2025, 7, 1), StartEvent.ACCEPTED),
    /** What was taken in elsewhere: reception by the competent agency (article 17.3 as Decree 309/2026 has it). */
    TAKEN_IN_ELSEWHERE(12, LocalDate.of(2026, 8, 5), StartEvent.COMPETENT_RECEPTION),
    /** Reception by the competent agency, where sector law says so. */
    SECTOR_RECEPTION(13, LocalDate.of(2025, 7, 1), StartEvent.COMPETENT_RECEPTION),
    /** The confirmed fee, where sector law says so. */
    SECTOR_FEE(14, LocalDate.of(2025, 7, 1), StartEvent.FEE_CONFIRMED);

    private final String number;
    private final LocalDate since;
    private final StartEvent event;

    StartRule(int number, LocalDate since, StartEvent event) {
        this.number = Rule.VERSION + "." + number;
        this.since = since;
        this.event = event;
    }

    /**
     * The rule for a dossier.
     *
     * @param event what its procedure version says
     * @param elsewhere true when another than the competent agency took it in
     * @param acceptedOn the day of acceptance in Viet Nam
     */
    public static StartRule of(StartEvent event, boolean elsewhere, LocalDate acceptedOn) {
        return switch (event) {
            case ACCEPTED -> elsewhere && TAKEN_IN_ELSEWHERE.holdsOn(acceptedOn) ? TAKEN_IN_ELSEWHERE : ACCEPTANCE;
            case COMPETENT_RECEPTION -> SECTOR_RECEPTION;
            case FEE_CONFIRMED -> SECTOR_FEE;
        };
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since);
    }

    public String number() {
        return number;
    }

    /** What the clock starts with. */
    public StartEvent event() {
        return event;
    }
}
