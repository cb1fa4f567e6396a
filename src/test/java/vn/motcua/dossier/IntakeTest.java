package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.ABSENCE;
import static vn.motcua.dossier.DossierFixtures.DAY;
import static vn.motcua.dossier.DossierFixtures.MAU;
import static vn.motcua.dossier.DossierFixtures.RESIDENCE;
import static vn.motcua.dossier.DossierFixtures.applicant;
import static vn.motcua.dossier.DossierFixtures.citizen;
import static vn.motcua.dossier.DossierFixtures.clerk;
import static vn.motcua.dossier.DossierFixtures.filing;
import static vn.motcua.dossier.DossierFixtures.reference;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

class IntakeTest {

    private static final Optional<String> THANH_SEN = Optional.of("18073");
    private static final Optional<String> NONE = Optional.empty();
    private static final ProcedureCode UNKNOWN = new ProcedureCode("9.999999");

    @Test
    void admitsAFilingAndRoutesItToThePolice() {
        assertThat(examine(filing(), citizen()))
                .isEqualTo(new Examination.Admissible(
                        new Routing(32, 3, 32, 3),
                        new Matter(1, Channel.ONLINE, "default", ResultDelivery.ELECTRONIC),
                        MAU));
    }

    @Test
    void findsAnUnknownProcedure() {
        faulty(
                filing(UNKNOWN, THANH_SEN, NONE, Channel.ONLINE, applicant(MAU)),
                citizen(),
                "/procedureCode unknown-procedure");
    }

    @Test
    void findsAProcedureAndAnAgencyThatAreNotYetThere() {
        assertThat(Intake.examine(
                        filing(RESIDENCE, NONE, Optional.of("32"), Channel.ONLINE, applicant(MAU)),
                        citizen(),
                        reference(),
                        LocalDate.of(2025, 6, 30)))
                .isEqualTo(new Examination.Faulty(
                        List.of(
                                new Fault("/procedureCode", "unknown-procedure"),
                                new Fault("/competentAgency", "unknown-agency")),
                        List.of()));
    }

    @Test
    void leavesTheCounterToClerksAndTheWebToCitizens() {
        faulty(
                filing(RESIDENCE, THANH_SEN, NONE, Channel.COUNTER, applicant(MAU)),
                citizen(),
                "/channel channel-not-yours");
        faulty(filing(), clerk(32), "/channel channel-not-yours");
    }

    @Test
    void findsAChannelThatTheProcedureDoesNotHave() {
        faulty(
                filing(RESIDENCE, THANH_SEN, NONE, Channel.POSTAL, applicant(MAU)),
                clerk(32),
                "/channel channel-not-offered");
    }

    @ParameterizedTest
    @CsvSource({
        "042090009999, Nguyễn Văn Mẫu, 1990-05-17",
        "042090001234, Nguyễn Văn Khác, 1990-05-17",
        "042090001234, Nguyễn Văn Mẫu, 1990-05-18",
        "042090001234, Nguyễn Văn Mẫu, 1991"
    })
    void refusesACitizenWhoFilesForSomebodyElse(String number, String name, String born) {
        Applicant other = applicant(new Person(Person.Kind.CITIZEN, number, name, born));
        faulty(filing(RESIDENCE, THANH_SEN, NONE, Channel.ONLINE, other), citizen(), "/applicant applicant-mismatch");
    }

    @Test
    void knowsAPersonWhoseNameIsCodedCasedOrSpacedInAnotherWayOrWhoTellsLessOfTheBirthDate() {
        String decomposed = Normalizer.normalize("  nguyễn  VĂN mẫu ", Normalizer.Form.NFD);
        Applicant same = applicant(new Person(Person.Kind.CITIZEN, MAU.number(), decomposed, "1990-05"));
        assertThat(examine(filing(RESIDENCE, THANH_SEN, NONE, Channel.ONLINE, same), citizen()))
                .isInstanceOf(Examination.Admissible.class);
    }

    @Test
    void letsAClerkFileForAnybody() {
        Applicant anybody = applicant(new Person(Person.Kind.FOREIGNER, "NN042000777", "Sample Person", "1988"));
        assertThat(examine(filing(RESIDENCE, THANH_SEN, NONE, Channel.COUNTER, anybody), clerk(31, 32)))
                .isInstanceOf(Examination.Admissible.class);
    }

    @Test
    void refusesWhatApplicantsOfTheKindDoNotHaveAndDaysThatNeverWere() {
        Applicant mixed = new Applicant(
                Person.Kind.FOREIGNER,
                Map.of(NumberKind.FOREIGNER_ID, "NN042000777"),
                Optional.of("Sample Person"),
                Optional.of("1990-02-30"),
                List.of("citizenId", "taxCode"));
        faulty(
                filing(RESIDENCE, THANH_SEN, NONE, Channel.COUNTER, mixed),
                clerk(31, 32),
                "/applicant/dateOfBirth invalid-date",
                "/applicant/citizenId conflicting-fields",
                "/applicant/taxCode conflicting-fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03", "2027", "2026-04", "1849", "2025-13"})
    void nobodyWasBornOnADayThatIsToComeOrLongGone(String born) {
        Applicant unborn = applicant(new Person(Person.Kind.FOREIGNER, "NN042000777", "Sample Person", born));
        faulty(
                filing(RESIDENCE, THANH_SEN, NONE, Channel.COUNTER, unborn),
                clerk(31, 32),
                "/applicant/dateOfBirth invalid-date");
    }

    @Test
    void findsEverythingThatTheApplicantLeavesOut() {
        faulty(
                filing(
                        RESIDENCE,
                        THANH_SEN,
                        NONE,
                        Channel.ONLINE,
                        new Applicant(Person.Kind.CITIZEN, NONE, NONE, NONE)),
                citizen(),
                "/applicant/citizenId missing-field",
                "/applicant/fullName missing-field",
                "/applicant/dateOfBirth missing-field");
        faulty(
                filing(
                        RESIDENCE,
                        THANH_SEN,
                        NONE,
                        Channel.COUNTER,
                        new Applicant(Person.Kind.ORGANISATION, NONE, NONE, NONE)),
                clerk(32),
                "/applicant/taxCode missing-field",
                "/applicant/name missing-field");
        faulty(
                filing(
                        RESIDENCE,
                        THANH_SEN,
                        NONE,
                        Channel.COUNTER,
                        new Applicant(Person.Kind.FOREIGNER, NONE, Optional.of("A"), Optional.of("1990"))),
                clerk(32),
                "/applicant/foreignerId missing-field");
    }

    @Test
    void findsAPlaceThatIsMissingUnknownOrNotInForce() {
        faulty(
                filing(RESIDENCE, NONE, NONE, Channel.ONLINE, applicant(MAU)),
                citizen(),
                "/competentUnit missing-field");
        faulty(
                filing(RESIDENCE, Optional.of("99999"), NONE, Channel.ONLINE, applicant(MAU)),
                citizen(),
                "/competentUnit unknown-unit");
        assertThat(Intake.examine(filing(), citizen(), reference(), LocalDate.of(2025, 6, 30)))
                .isEqualTo(new Examination.Faulty(
                        List.of(
                                new Fault("/procedureCode", "unknown-procedure"),
                                new Fault("/competentUnit", "unit-not-in-force")),
                        List.of()));
    }

    @Test
    void findsAnAgencyThatIsUnknownOrDoesNotDecide() {
        faulty(
                filing(RESIDENCE, NONE, Optional.of("999"), Channel.ONLINE, applicant(MAU)),
                citizen(),
                "/competentAgency unknown-agency");
        faulty(
                filing(RESIDENCE, NONE, Optional.of("31"), Channel.ONLINE, applicant(MAU)),
                citizen(),
                "/competentAgency agency-not-competent");
        faulty(
                filing(RESIDENCE, Optional.of("18754"), Optional.of("32"), Channel.ONLINE, applicant(MAU)),
                citizen(),
                "/competentAgency agency-not-competent");
    }

    @Test
    void offersTheCasesWhenThereIsMoreThanOne() {
        assertThat(examine(filing(ABSENCE, THANH_SEN, NONE, Channel.ONLINE, applicant(MAU)), citizen()))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/case", "variant-ambiguous")), List.of("default", "complex")));
    }

    @Test
    void offersTheAgenciesWhenThePlaceIsTooBroad() {
        assertThat(Intake.examine(
                        filing(RESIDENCE, Optional.of("42"), NONE, Channel.ONLINE, applicant(MAU)),
                        citizen(),
                        DossierFixtures.twoPoliceOffices(),
                        DAY))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/competentAgency", "agency-ambiguous")), List.of("Z99.32", "Z99.42")));
    }

    @Test
    void findsEveryFaultAtOnce() {
        faulty(
                filing(
                        UNKNOWN,
                        Optional.of("99999"),
                        NONE,
                        Channel.COUNTER,
                        new Applicant(Person.Kind.CITIZEN, NONE, NONE, NONE)),
                citizen(),
                "/procedureCode unknown-procedure",
                "/channel channel-not-yours",
                "/applicant/citizenId missing-field",
                "/applicant/fullName missing-field",
                "/applicant/dateOfBirth missing-field",
                "/competentUnit unknown-unit");
    }

    private static Examination examine(Filing filing, Caller caller) {
        return Intake.examine(filing, caller, reference(), DAY);
    }

    private static void faulty(Filing filing, Caller caller, String... faults) {
        assertThat(examine(filing, caller))
                .isInstanceOfSatisfying(
                        Examination.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(fault -> fault.pointer() + " " + fault.code())
                                .containsExactlyInAnyOrder(faults));
    }
}
