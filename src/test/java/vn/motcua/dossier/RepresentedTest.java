package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.Role;

/** Who ends a representation, and on which days. */
class RepresentedTest {

    private static final LocalDate FILED = LocalDate.parse("2026-03-02");

    private static Optional<Refusal> refusal(
            Authority.Kind kind, LocalDate until, Role actor, boolean applicant, LocalDate lastDay) {
        return new Represented(kind, FILED, Optional.ofNullable(until), 0, applicant)
                .refusal(actor, new Command.EndRepresentation(lastDay, Optional.empty()), FILED);
    }

    private static Optional<Refusal> refusal(int ends, String today, String lastDay) {
        return new Represented(
                        Authority.Kind.AUTHORISED_PERSON, FILED, Optional.of(LocalDate.parse("2026-12-31")), ends, true)
                .refusal(
                        Role.CITIZEN,
                        new Command.EndRepresentation(LocalDate.parse(lastDay), Optional.empty()),
                        LocalDate.parse(today));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISED_PERSON, CITIZEN, true, true",
        "AUTHORISED_PERSON, CITIZEN, false, false",
        "EMPLOYEE, CITIZEN, true, true",
        "LEGAL_REPRESENTATIVE, CITIZEN, true, true",
        "LEGAL_REPRESENTATIVE, CITIZEN, false, false",
        "PARENT, CITIZEN, true, false",
        "GUARDIAN, CITIZEN, true, false",
        "PARENT, CLERK, false, true",
        "GUARDIAN, LEADER, false, true",
        "AUTHORISED_PERSON, CLERK, false, true"
    })
    void applicantsTakeBackWhatTheyGaveAndStaffEndWhatTheLawGave(
            Authority.Kind kind, Role actor, boolean applicant, boolean ends) {
        assertThat(refusal(kind, null, actor, applicant, FILED).isEmpty()).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-02-28, false",
        ", 2026-03-01, true",
        ", 2030-01-01, true",
        "2026-03-31, 2026-03-30, true",
        "2026-03-31, 2026-03-31, false",
        "2026-03-31, 2026-04-01, false"
    })
    void anEndLiesBetweenTheDayBeforeFilingAndTheEndThatStandsThere(
            LocalDate until, LocalDate lastDay, boolean possible) {
        assertThat(refusal(Authority.Kind.AUTHORISED_PERSON, until, Role.CITIZEN, true, lastDay))
                .isEqualTo(possible ? Optional.empty() : Optional.of(new Refusal.DayNotFitting("/lastDay")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-02-28, false",
        "2026-03-02, 2026-03-01, true",
        "2026-06-02, 2026-05-31, false",
        "2026-06-02, 2026-06-01, true",
        "2026-06-02, 2026-06-02, true"
    })
    void noDayIsTakenBackOnWhichTheDossierWasReadByRight(String today, String lastDay, boolean possible) {
        assertThat(refusal(0, today, lastDay).isEmpty()).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-06-03, true", "2, 2026-06-03, false", "2, 2026-06-02, false", "2, 2026-06-01, true"})
    void anEndNamesAnyDayTwiceAndThenOnlyAtOnce(int ends, String lastDay, boolean possible) {
        assertThat(refusal(ends, "2026-06-02", lastDay).isEmpty()).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({", 2050-01-01, true", "2026-03-31, 2026-03-31, true", "2026-03-31, 2026-04-01, false"})
    void itStandsUntilItsLastDay(LocalDate until, LocalDate day, boolean stands) {
        assertThat(new Represented(Authority.Kind.AUTHORISED_PERSON, FILED, Optional.ofNullable(until), 0, true)
                        .standsOn(day))
                .isEqualTo(stands);
    }
}
