package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.Role;

/**
 * The representation of a dossier as it stands, seen by somebody who wants to end it.
 *
 * @param since the day of the first event
 * @param readableTo the last day on which the representative reads the dossier; empty when that has no end
 * @param ends how often its end was said
 * @param isSeenByApplicant whether whoever asks is the applicant
 */
public record Represented(
        Authority.Kind authority,
        LocalDate since,
        Optional<LocalDate> readableTo,
        int ends,
        boolean isSeenByApplicant) {

    private static final String LAST_DAY = "/lastDay";

    /** So often an end may name any day: the events of a dossier are few. Once more it may be ended at once. */
    private static final int OF_ANY_DAY = 2;

    /** Whether the representative still reads the dossier on a day: what has ended is not ended again. */
    public boolean standsOn(LocalDate day) {
        return readableTo.filter(day::isAfter).isEmpty();
    }

    /**
     * Why it cannot be ended so; empty when it can. What applicants gave they take back; what the law gave to parents and guardians
     * ends by law, and a clerk or leader who has seen the papers says so. An end is no later than the one that stands there, and
     * lies in no past that somebody read in: whoever must not read it today is ended yesterday.
     *
     * @param day on which it is asked
     */
    public Optional<Refusal> refusal(Role actor, Command.EndRepresentation end, LocalDate day) {
        if (actor == Role.CITIZEN && !(isSeenByApplicant && isTheApplicantsToEnd())) {
            return Optional.of(new Refusal.NeverThisRole());
        }
        LocalDate yesterday = day.minusDays(1);
        boolean isNoEnd =
                readableTo.filter(last -> !end.lastDay().isBefore(last)).isPresent();
        boolean isOnceTooOften = ends >= OF_ANY_DAY && end.lastDay().isAfter(yesterday);
        boolean isPast = end.lastDay().isBefore(yesterday) || end.lastDay().isBefore(since.minusDays(1));
        return isNoEnd || isOnceTooOften || isPast
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
