package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.Person;

/** Who may file for whom: everybody for themselves, and for another by an authority. Every fault is found. */
final class FilingRight {

    private final Filing filing;
    private final LocalDate day;
    private final Faults faults;
    private final boolean isApplicantKnown;

    /**
     * Of a filing as of a day; what is wrong with the applicant alone is found at once.
     *
     * @param wrongNumbers of the applicant
     */
    FilingRight(Filing filing, List<Fault> wrongNumbers, LocalDate day, Faults faults) {
        this.filing = filing;
        this.day = day;
        this.faults = faults;
        List<Fault> wrong = new ArrayList<>(filing.applicant().faults(day));
        wrong.addAll(wrongNumbers);
        faults.addAll(wrong);
        this.isApplicantKnown = wrong.isEmpty();
    }

    /**
     * Of whoever signed in: they are the applicant, or the submitter by an authority: number, name and birth date. An
     * organisation's account is never the submitter: it may say whom the organisation sends. Who that is nobody has verified: a
     * number that it names gets no right, and takes none from whoever has it.
     */
    Optional<Representation> of(Person token) {
        boolean isOrganisation = token.kind() == Person.Kind.ORGANISATION;
        if ((filing.submitter().isEmpty() || isOrganisation)
                && isApplicantKnown
                && !filing.applicant().isFor(token)) {
            return faults.fault("/applicant", "applicant-mismatch");
        }
        if (!isOrganisation) {
            filing.submitter().ifPresent(submitter -> same(submitter, token));
        }
        return filing.submitter()
                .map(submitter -> by(submitter, false))
                .map(found -> isOrganisation ? found.withoutReader() : found);
    }

    /** Of whoever came to a clerk, who has seen the papers. */
    Optional<Representation> atTheDesk() {
        return filing.submitter().map(submitter -> by(submitter, true));
    }

    private void same(Submitter submitter, Person token) {
        List<Fault> missing = submitter.missing();
        faults.addAll(missing);
        if (missing.isEmpty() && submitter.faults(day).isEmpty() && !submitter.isFor(token)) {
            faults.fault("/submitter", "submitter-mismatch");
        }
    }

    private Representation by(Submitter submitter, boolean seen) {
        faults.addAll(submitter.faults(day));
        if (submitter.isSameAs(filing.applicant())) {
            faults.fault("/submitter", "submitter-is-applicant");
        }
        Authority authority = submitter.authority();
        if (!authority.fits(filing.applicant(), seen, day)) {
            faults.fault("/submitter/authority/kind", "authority-not-fitting");
        }
        if (authority.lacksValidity()) {
            faults.fault("/submitter/authority/validTo", "missing-field");
        }
        if (!authority.isValidOn(day)) {
            faults.fault("/submitter/authority/validTo", "authority-expired");
        }
        return new Representation(authority.kind(), submitter.person(), authority.lastDay(filing.applicant(), day));
    }
}
