package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.DAY;
import static vn.motcua.dossier.DossierFixtures.MAU;
import static vn.motcua.dossier.DossierFixtures.RESIDENCE;
import static vn.motcua.dossier.DossierFixtures.applicant;
import static vn.motcua.dossier.DossierFixtures.citizen;
import static vn.motcua.dossier.DossierFixtures.clerk;
import static vn.motcua.dossier.DossierFixtures.reference;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;

/** Who may file for whom, as the examination of a filing says it. */
class FilingRightTest {

    private static final Person COMPANY =
            new Person(Person.Kind.ORGANISATION, "3001234567", "Công ty TNHH Mẫu Thử", "");
    private static final LocalDate TODAY = DAY;
    private static final LocalDate YESTERDAY = DAY.minusDays(1);

    /** For whom, by what, and what is wrong with it online and at the counter. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # applicant, authority,            validTo,    online,                counter
        CHILD,       PARENT,               ,           -,                     -
        CHILD,       GUARDIAN,             ,           -,                     -
        CHILD,       AUTHORISED_PERSON,    2026-03-02, -,                     -
        CHILD,       LEGAL_REPRESENTATIVE, ,           kind not-fitting,      kind not-fitting
        CHILD,       EMPLOYEE,             2026-03-02, kind not-fitting,      kind not-fitting
        CHILD,       PARENT,               2026-03-01, validTo expired,       validTo expired
        ADULT,       PARENT,               ,           kind not-fitting,      kind not-fitting
        ADULT,       GUARDIAN,             ,           kind not-fitting,      -
        ADULT,       AUTHORISED_PERSON,    2026-03-02, -,                     -
        ADULT,       AUTHORISED_PERSON,    2027-01-01, -,                     -
        ADULT,       AUTHORISED_PERSON,    2026-03-01, validTo expired,       validTo expired
        ADULT,       AUTHORISED_PERSON,    ,           validTo missing-field, validTo missing-field
        ADULT,       EMPLOYEE,             2026-03-02, kind not-fitting,      kind not-fitting
        COMPANY,     LEGAL_REPRESENTATIVE, ,           -,                     -
        COMPANY,     EMPLOYEE,             ,           validTo missing-field, validTo missing-field
        COMPANY,     EMPLOYEE,             2026-03-02, -,                     -
        COMPANY,     EMPLOYEE,             2026-03-01, validTo expired,       validTo expired
        COMPANY,     AUTHORISED_PERSON,    2026-03-02, -,                     -
        COMPANY,     PARENT,               ,           kind not-fitting,      kind not-fitting
        COMPANY,     GUARDIAN,             ,           kind not-fitting,      kind not-fitting
        """)
    void anAuthorityReachesAsFarAsItsKindAndItsDaysGo(
            String applicant, Authority.Kind kind, LocalDate validTo, String online, String counter) {
        Submitter mau = submitter(MAU, new Authority(kind, Optional.ofNullable(validTo)));
        assertThat(faults(citizen(), Channel.ONLINE, named(applicant), mau)).isEqualTo(pointed(online));
        assertThat(faults(clerk(32), Channel.COUNTER, named(applicant), mau)).isEqualTo(pointed(counter));
    }

    private static List<String> pointed(String fault) {
        return fault.equals("-")
                ? List.of()
                : List.of("/submitter/authority/"
                        + fault.replace("not-fitting", "authority-not-fitting")
                                .replace("expired", "authority-expired"));
    }

    private static Person named(String applicant) {
        return switch (applicant) {
            case "CHILD" -> born("2022-09-02");
            case "ADULT" -> born("1960-01-01");
            default -> COMPANY;
        };
    }

    /** On 2026-03-02. */
    @ParameterizedTest
    @CsvSource({
        "2008-03-02, false",
        "2008-03-03, true",
        "2008-02, false",
        "2008-03, true",
        "2007, false",
        "2008, true",
        "2026-03-02, true"
    })
    void somebodyIsAChildUntilTheDayBeforeTheEighteenthBirthdayTheLatestThatThePapersLeaveOpen(
            String born, boolean child) {
        List<String> faults = faults(citizen(), Channel.ONLINE, born(born), submitter(MAU, byBirth()));
        assertThat(faults.isEmpty()).isEqualTo(child);
    }

    @Test
    void theEighteenthBirthdayOfThe29thOfFebruaryIsThe28th() {
        assertThat(BirthDate.lastDayOfChildhood("2008-02-29")).isEqualTo("2026-02-27");
    }

    @ParameterizedTest
    @CsvSource({
        "042090009999, Nguyễn Văn Mẫu, 1990-05-17",
        "042090001234, Nguyễn Văn Khác, 1990-05-17",
        "042090001234, Nguyễn Văn Mẫu, 1990-05-18"
    })
    void onlineTheSubmitterIsThePersonWhoSignedInAndNobodyElse(String number, String name, String born) {
        Submitter stranger = submitter(new Person(Person.Kind.CITIZEN, number, name, born), byBirth());
        assertThat(faults(citizen(), Channel.ONLINE, born("2022"), stranger))
                .containsExactly("/submitter submitter-mismatch");
        assertThat(faults(clerk(32), Channel.COUNTER, born("2022"), stranger)).isEmpty();
    }

    @Test
    void anOrganisationsAccountFilesForTheOrganisationOnlyAndMaySayWhomItSends() {
        Caller company =
                new Caller("citizens|company", Set.of(Role.CITIZEN), Optional.of(COMPANY), Set.of(), Optional.empty());
        assertThat(faults(company, Channel.ONLINE, COMPANY, null)).isEmpty();
        assertThat(faults(company, Channel.ONLINE, born("2022"), submitter(MAU, byBirth())))
                .containsExactly("/applicant applicant-mismatch");
        Authority introduced = new Authority(Authority.Kind.EMPLOYEE, Optional.of(TODAY));
        assertThat(admitted(company, Channel.ONLINE, COMPANY, submitter(MAU, introduced)))
                .contains(new Representation(Authority.Kind.EMPLOYEE, Optional.empty(), Optional.of(TODAY)));
        assertThat(faults(company, Channel.ONLINE, COMPANY, submitter(MAU, byBirth())))
                .containsExactly("/submitter/authority/kind authority-not-fitting");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void nobodyRepresentsThemselves(Channel channel) {
        Submitter mau = submitter(MAU, byWill(TODAY));
        Caller caller = channel == Channel.ONLINE ? citizen() : clerk(32);
        assertThat(faults(caller, channel, MAU, mau)).contains("/submitter submitter-is-applicant");
        Person misspelt = new Person(MAU.kind(), MAU.number(), "Nguyễn Văn Mẩu", MAU.dateOfBirth());
        assertThat(faults(caller, channel, misspelt, mau)).contains("/submitter submitter-is-applicant");
    }

    /** Of 1990-05-17, by the nine digits of an old card or by a passport: no number says that they are one. */
    @ParameterizedTest
    @CsvSource({
        "ID_CARD, Nguyễn Văn Mẫu, 1990-05-17, true",
        "ID_CARD, NGUYEN VAN MAU, 1990-05-17, false",
        "ID_CARD, nguyễn văn mẫu, 1990, true",
        "ID_CARD, Nguyễn Văn Mẫu, 1990-05-18, false",
        "PASSPORT, Nguyễn Văn Mẫu, 1990-05-17, true",
        "TAX_CODE, Nguyễn Văn Mẫu, 1990-05-17, false"
    })
    void withNumbersThatCannotBeComparedNameAndBirthDateAre(NumberKind kind, String name, String born, boolean same) {
        Applicant applicant = new Applicant(
                kind == NumberKind.PASSPORT
                        ? Person.Kind.FOREIGNER
                        : kind == NumberKind.TAX_CODE ? Person.Kind.ORGANISATION : Person.Kind.CITIZEN,
                Map.of(kind, "183456789"),
                Optional.of(name),
                Optional.of(born),
                List.of());
        assertThat(submitter(MAU, byWill(TODAY)).isSameAs(applicant)).isEqualTo(same);
    }

    @Test
    void onlineSaysWhoTheSubmitterIsAndAtTheCounterANameDoes() {
        Submitter nameless = new Submitter(
                Person.Kind.CITIZEN, Optional.empty(), MAU.name(), Optional.empty(), byBirth(), List.of());
        assertThat(faults(citizen(), Channel.ONLINE, born("2022"), nameless))
                .containsExactly("/submitter/citizenId missing-field", "/submitter/dateOfBirth missing-field");
        assertThat(admitted(clerk(32), Channel.COUNTER, born("2022"), nameless))
                .contains(new Representation(
                        Authority.Kind.PARENT, Optional.empty(), Optional.of(LocalDate.of(2040, 12, 30))));
    }

    @Test
    void everyFaultIsFoundAtOnce() {
        Submitter wrong = new Submitter(
                Person.Kind.CITIZEN,
                Optional.empty(),
                MAU.name(),
                Optional.of("1990-02-30"),
                new Authority(Authority.Kind.EMPLOYEE, Optional.of(YESTERDAY)),
                List.of("foreignerId"));
        assertThat(faults(citizen(), Channel.ONLINE, born("1990-02-31"), wrong))
                .containsExactlyInAnyOrder(
                        "/applicant/dateOfBirth invalid-date",
                        "/submitter/citizenId missing-field",
                        "/submitter/dateOfBirth invalid-date",
                        "/submitter/foreignerId conflicting-fields",
                        "/submitter/authority/kind authority-not-fitting",
                        "/submitter/authority/validTo authority-expired");
    }

    /** A child of 2022-09-02 is of age on 2040-09-02. */
    @ParameterizedTest
    @CsvSource({
        "CHILD, PARENT, , 2040-09-01",
        "CHILD, GUARDIAN, 2030-12-31, 2030-12-31",
        "CHILD, PARENT, 2050-12-31, 2040-09-01",
        "CHILD, AUTHORISED_PERSON, 2026-12-31, 2026-12-31",
        "ADULT, GUARDIAN, , ",
        "ADULT, GUARDIAN, 2027-12-31, 2027-12-31",
        "COMPANY, LEGAL_REPRESENTATIVE, , ",
        "COMPANY, EMPLOYEE, 2026-06-30, 2026-06-30"
    })
    void whoFilesForAnotherReadsAsLongAsTheAuthorityLasts(
            String applicant, Authority.Kind kind, LocalDate validTo, LocalDate readableTo) {
        Submitter mau = submitter(MAU, new Authority(kind, Optional.ofNullable(validTo)));
        assertThat(admitted(clerk(32), Channel.COUNTER, named(applicant), mau))
                .contains(new Representation(kind, Optional.of(MAU), Optional.ofNullable(readableTo)));
    }

    @Test
    void whoFilesForThemselvesRepresentsNobody() {
        assertThat(admitted(citizen(), Channel.ONLINE, MAU, null)).isEmpty();
    }

    @Test
    void whereSomebodyIsAuthorisedTheAccountOfWhoAuthorisesCounts() {
        assertThat(Arrays.stream(Authority.Kind.values()).filter(kind -> kind.account() == PartyRole.APPLICANT))
                .containsExactly(Authority.Kind.AUTHORISED_PERSON, Authority.Kind.EMPLOYEE);
    }

    private static Authority byBirth() {
        return new Authority(Authority.Kind.PARENT, Optional.empty());
    }

    private static Authority byWill(LocalDate validTo) {
        return new Authority(Authority.Kind.AUTHORISED_PERSON, Optional.of(validTo));
    }

    private static Person born(String date) {
        return new Person(Person.Kind.CITIZEN, "042322000111", "Nguyễn Thị Bé Mẫu", date);
    }

    private static Submitter submitter(Person person, Authority authority) {
        return new Submitter(
                person.kind(),
                Optional.of(person.number()),
                person.name(),
                Optional.of(person.dateOfBirth()),
                authority,
                List.of());
    }

    private static List<String> faults(Caller caller, Channel channel, Person applicant, Submitter submitter) {
        return examine(caller, channel, applicant, submitter) instanceof Examination.Faulty faulty
                ? faulty.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList()
                : List.of();
    }

    private static Optional<Representation> admitted(
            Caller caller, Channel channel, Person applicant, Submitter submitter) {
        return ((Examination.Admissible) examine(caller, channel, applicant, submitter)).representation();
    }

    private static Examination examine(Caller caller, Channel channel, Person person, Submitter submitter) {
        Applicant applicant = person.kind() == Person.Kind.ORGANISATION
                ? new Applicant(
                        person.kind(), Optional.of(person.number()), Optional.of(person.name()), Optional.empty())
                : applicant(person);
        Filing filing = new Filing(
                RESIDENCE,
                Optional.empty(),
                Optional.of("18073"),
                Optional.empty(),
                channel,
                ResultDelivery.ELECTRONIC,
                applicant,
                Optional.ofNullable(submitter),
                List.of(),
                Map.of());
        return Intake.examine(filing, caller, reference(), TODAY);
    }
}
