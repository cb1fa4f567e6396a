package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.Person;

/**
 * By what right somebody files for another. Its document is described in the filing's words only.
 *
 * @param validTo the last day on which it is valid; empty when it says none
 */
public record Authority(Kind kind, Optional<LocalDate> validTo) {

    /** The kinds of right. */
    public enum Kind {
        /** Of a minor (Civil Code 2015, articles 21 and 136). */
        PARENT(PartyRole.REPRESENTATIVE),
        /** Of a minor, or of an adult by a court's decision (Civil Code 2015, articles 46 to 48). */
        GUARDIAN(PartyRole.REPRESENTATIVE),
        /** By the applicant's will (Civil Code 2015, article 138). */
        AUTHORISED_PERSON(PartyRole.APPLICANT),
        /** Of an organisation (Civil Code 2015, article 137). */
        LEGAL_REPRESENTATIVE(PartyRole.REPRESENTATIVE),
        /** Sent by an organisation. */
        EMPLOYEE(PartyRole.APPLICANT);

        private final PartyRole account;

        Kind(PartyRole account) {
            this.account = account;
        }

        /**
         * Whose account counts where one of a certain level is needed: for authorised filing that of whoever authorises
         * (Decree 118/2025, article 17.1.a). An account that nobody here knows refuses nothing.
         */
        public PartyRole account() {
            return account;
        }
    }

    boolean isValidOn(LocalDate day) {
        return validTo.filter(last -> last.isBefore(day)).isEmpty();
    }

    /** What somebody gives by will, an authorisation or a letter of introduction, must say until when. */
    boolean lacksValidity() {
        return validTo.isEmpty() && isByWill();
    }

    private boolean isByWill() {
        return kind.account() == PartyRole.APPLICANT;
    }

    /**
     * Whether it gives a right over such an applicant. A birth date that is no date is another fault.
     *
     * @param seen whether a clerk has the document before her: only then is there a guardian of an adult
     */
    boolean fits(Applicant applicant, boolean seen, LocalDate day) {
        boolean organisation = applicant.kind() == Person.Kind.ORGANISATION;
        return switch (kind) {
            case PARENT -> !organisation && mayBeChild(applicant, day);
            case GUARDIAN -> !organisation && (seen || mayBeChild(applicant, day));
            case AUTHORISED_PERSON -> true;
            case LEGAL_REPRESENTATIVE, EMPLOYEE -> organisation;
        };
    }

    private static boolean mayBeChild(Applicant applicant, LocalDate day) {
        return applicant
                .lastDayOfChildhood(day)
                .filter(last -> last.isBefore(day))
                .isEmpty();
    }

    /** The last day on which it holds, seen from a day: what it says, and never beyond a childhood on which it rests. */
    Optional<LocalDate> lastDay(Applicant applicant, LocalDate day) {
        return switch (kind) {
            case PARENT, GUARDIAN ->
                applicant
                        .lastDayOfChildhood(day)
                        .filter(last -> !last.isBefore(day))
                        .filter(last -> validTo.isEmpty() || last.isBefore(validTo.get()))
                        .or(() -> validTo);
            case AUTHORISED_PERSON, LEGAL_REPRESENTATIVE, EMPLOYEE -> validTo;
        };
    }
}
