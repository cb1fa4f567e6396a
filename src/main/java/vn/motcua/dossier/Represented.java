package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.Role;

/**
 * The representation of a dossier as it stands, seen by somebody who wants to end it.
 *
 * @param since the day of the first event
 * @param readableTo the last day on which the representative reads the dossier; empty when that has no end
 * @param isSeenByApplicant whether whoever asks is the applicant
 */
public record Represented(
        Authority.Kind authority, LocalDate since, Optional<LocalDate> readableTo, boolean isSeenByApplicant) {

    private static final String LAST_DAY = "/lastDay";

    /**
     * Why it cannot be ended so; empty when it can. What applicants gave they take back; what the law gave to parents and guardians
     * ends by law, and a clerk or leader who has seen the papers says so. Nobody ends it later than it ends anyway, nor before it
     * began: whoever must not read it today is ended yesterday.
     */
    public Optional<Refusal> refusal(Role actor, Command.EndRepresentation end) {
        if (actor == Role.CITIZEN && !(isSeenByApplicant && isTheApplicantsToEnd())) {
            return Optional.of(new Refusal.NeverThisRole());
        }
        boolean isNoEnd =
                readableTo.filter(last -> !end.lastDay().isBefore(last)).isPresent();
        return isNoEnd || end.lastDay().isBefore(since.minusDays(1))
                ? Optional.of(new Refusal.DayNotFitting(LAST_DAY))
                : Optional.empty();
    }

    private boolean isTheApplicantsToEnd() {
        return switch (authority) {
            case PARENT, GUARDIAN -> false;
            case AUTHORISED_PERSON, LEGAL_REPRESENTATIVE, EMPLOYEE -> true;
        };
    }
}
