package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.dossier.DossierFixtures.MAU;
import static vn.motcua.dossier.DossierFixtures.RESIDENCE;
import static vn.motcua.dossier.DossierFixtures.UNDECIDED;
import static vn.motcua.dossier.DossierFixtures.applicant;
import static vn.motcua.dossier.DossierFixtures.citizen;
import static vn.motcua.dossier.DossierFixtures.clerk;
import static vn.motcua.dossier.DossierFixtures.filing;
import static vn.motcua.dossier.RoutingFixtures.reference;
import static vn.motcua.dossier.RoutingFixtures.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** Where a filing is taken in and where it is decided (Decree 118/2025 article 14, Decree 309/2026). */
class RoutingTest {

    private static final LocalDate LAST_DAY_OF_PROVINCES = LocalDate.of(2026, 8, 4);
    private static final LocalDate FIRST_DAY_OF_THE_NATION = LocalDate.of(2026, 8, 5);
    private static final Instant SETTLED_AT = DossierFixtures.at("2026-09-01T10:00");
    private static final Holder AT_THE_DESK = new Holder(31, 4);
    private static final Optional<String> NONE = Optional.empty();

    private static final Matter AT_A_COUNTER = new Matter(1, Channel.COUNTER, "default", ResultDelivery.COUNTER);

    @Test
    void onlineGoesStraightToWhoDecides() {
        assertThat(routing(online(RESIDENCE, "18073"), citizen())).isEqualTo(new Routing(32, 3, 32, 3));
    }

    @Test
    void aDeskThatDecidesItselfTakesInForItself() {
        assertThat(routing(counter("18073", NONE), clerk(31, 32))).isEqualTo(new Routing(32, 3, 32, 3));
    }

    @Test
    void aDeskTakesInForAnotherPlaceOfItsProvince() {
        assertThat(routing(counter("18073", NONE), clerk(41))).isEqualTo(new Routing(41, 4, 32, 3));
        assertThat(routing(counter("18073", Optional.of("32")), clerk(41))).isEqualTo(new Routing(41, 4, 32, 3));
    }

    @Test
    void theServiceCentreIsTheDeskWhereThereIsOne() {
        assertThat(routing(counter("18073", NONE), clerk(21, 23))).isEqualTo(new Routing(23, 2, 32, 3));
    }

    @Test
    void ofAClerksDesksTheNearestTakesItIn() {
        for (LocalDate day : List.of(LAST_DAY_OF_PROVINCES, FIRST_DAY_OF_THE_NATION)) {
            assertThat(routing(counter("16681", Optional.of("62")), clerk(31, 61), day))
                    .as("a desk of the same commune, on " + day)
                    .isEqualTo(new Routing(61, 6, 62, 6));
            assertThat(routing(counter("18073", NONE), clerk(61, 41), day))
                    .as("a desk of the same province, on " + day)
                    .isEqualTo(new Routing(41, 4, 32, 3));
        }
    }

    @Test
    void ofAClerksDesksOnlyOneThatMayTakesItIn() {
        assertThat(routing(counter("16681", NONE), clerk(23, 51), LAST_DAY_OF_PROVINCES))
                .isEqualTo(new Routing(51, 5, 62, 6));
    }

    @Test
    void aDeskWithoutOneStopIsTheAgencyItself() {
        assertThat(routing(counter("16681", NONE), clerk(32), FIRST_DAY_OF_THE_NATION))
                .isEqualTo(new Routing(32, 3, 62, 6));
    }

    @Test
    void provincesEndAtTheirBordersUntilTheLawOpensThem() {
        assertThat(examine(counter("16681", NONE), clerk(31), LAST_DAY_OF_PROVINCES))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/competentUnit", "agency-not-competent")), List.of()));
        assertThat(examine(counter("16681", Optional.of("62")), clerk(31), LAST_DAY_OF_PROVINCES))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/competentAgency", "agency-not-competent")), List.of()));
        assertThat(routing(counter("16681", NONE), clerk(31), FIRST_DAY_OF_THE_NATION))
                .isEqualTo(new Routing(31, 3, 62, 6));
    }

    @ParameterizedTest
    @CsvSource({"2025-07-01, INT-1", "2026-08-04, INT-1", "2026-08-05, INT-2", "2030-01-01, INT-2"})
    void theRuleOfBordersHasANumberAndADay(LocalDate day, String number) {
        assertThat(BoundaryRule.on(day).number()).isEqualTo(number);
    }

    @Test
    void aClerkOfNoAgencyTakesNothingIn() {
        assertThat(examine(counter("18073", NONE), clerk(), FIRST_DAY_OF_THE_NATION))
                .isInstanceOf(Examination.Faulty.class);
    }

    @Test
    void aPlaceWhereNoSuchAgencyIsLoadedIsAnExceptionAtItsOneStop() {
        assertThat(routing(online(RESIDENCE, "18754"), citizen())).isEqualTo(new Routing(41, 4, 41, 4, false));
    }

    @Test
    void aProcedureOfWhichNobodyKnowsWhoDecidesIsAnExceptionAtTheOneStop() {
        assertThat(routing(online(UNDECIDED, "18073"), citizen())).isEqualTo(new Routing(31, 3, 31, 3, false));
        assertThat(routing(online(UNDECIDED, "42"), citizen())).isEqualTo(new Routing(23, 2, 23, 2, false));
        assertThat(routing(online(UNDECIDED, "40"), citizen())).isEqualTo(new Routing(51, 5, 51, 5, false));
    }

    @Test
    void anAgencyNamedForSuchAProcedureTellsThePlaceOnly() {
        Filing named = filing(UNDECIDED, NONE, Optional.of("62"), Channel.ONLINE, applicant(MAU));
        assertThat(routing(named, citizen())).isEqualTo(new Routing(61, 6, 61, 6, false));
    }

    @Test
    void anAgencyNamedForSuchAProcedureWhereThereIsNoOneStopTakesItInItself() {
        for (Optional<String> place : List.of(NONE, Optional.of("VN"))) {
            Filing ministry = filing(UNDECIDED, place, Optional.of("G01"), Channel.ONLINE, applicant(MAU));
            assertThat(routing(ministry, citizen())).isEqualTo(new Routing(91, 1, 91, 1, false));
        }
        Filing counter = filing(UNDECIDED, NONE, Optional.of("G01"), Channel.COUNTER, applicant(MAU));
        assertThat(routing(counter, clerk(91), LAST_DAY_OF_PROVINCES)).isEqualTo(new Routing(91, 1, 91, 1, false));
    }

    @Test
    void anAgencyNamedWithAPlaceThatItIsNotInIsAFaultWhoeverDecides() {
        for (ProcedureCode procedure : List.of(RESIDENCE, UNDECIDED)) {
            Filing named = filing(procedure, Optional.of("18073"), Optional.of("62"), Channel.ONLINE, applicant(MAU));
            assertThat(examine(named, citizen(), DossierFixtures.DAY))
                    .isEqualTo(new Examination.Faulty(
                            List.of(new Fault("/competentAgency", "agency-not-competent")), List.of()));
        }
    }

    @Test
    void anExceptionOfAClerkStaysAtTheOwnDeskAndKeepsThePlace() {
        Filing near = filing(UNDECIDED, Optional.of("18754"), NONE, Channel.COUNTER, applicant(MAU));
        assertThat(routing(near, clerk(31, 32))).isEqualTo(new Routing(31, 3, 31, 4, false));
    }

    @Test
    void anExceptionTooEndsAtTheBordersOfTheProvinceUntilTheLawOpensThem() {
        Filing far = filing(UNDECIDED, Optional.of("16681"), NONE, Channel.COUNTER, applicant(MAU));
        assertThat(examine(far, clerk(31), LAST_DAY_OF_PROVINCES))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/competentUnit", "agency-not-competent")), List.of()));
        assertThat(routing(far, clerk(31), FIRST_DAY_OF_THE_NATION)).isEqualTo(new Routing(31, 3, 31, 6, false));
    }

    @Test
    void anExceptionNeedsADeskSomewhere() {
        assertThat(examine(online(UNDECIDED, "VN"), citizen(), DossierFixtures.DAY))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/competentUnit", "agency-not-competent")), List.of()));
    }

    @Test
    void anAgencyMayBeNamedWithThePlaceAroundItOrInIt() {
        Filing around = filing(RESIDENCE, Optional.of("42"), Optional.of("32"), Channel.ONLINE, applicant(MAU));
        assertThat(routing(around, citizen())).isEqualTo(new Routing(32, 3, 32, 3));
    }

    @Test
    void anAgencyThatIsNoMoreIsUnknown() {
        Filing closed = filing(
                RESIDENCE, NONE, Optional.of(String.valueOf(RoutingFixtures.CLOSED)), Channel.ONLINE, applicant(MAU));
        assertThat(examine(closed, citizen(), DossierFixtures.DAY))
                .isEqualTo(new Examination.Faulty(List.of(new Fault("/competentAgency", "unknown-agency")), List.of()));
        assertThat(route(String.valueOf(RoutingFixtures.CLOSED), MATTER))
                .isEqualTo(refused(new Refusal.UnknownAgency("/competentAgency")));
    }

    @Test
    void aUnitThatWentToSeveralNamesThemAll() {
        assertThat(examine(online(RESIDENCE, "18070"), citizen(), DossierFixtures.DAY))
                .isEqualTo(new Examination.Faulty(
                        List.of(new Fault("/competentUnit", "unit-not-in-force")),
                        List.of("18073 Unit 18073", "18754 Unit 18754")));
    }

    @Test
    void settledByTheDeskOrAnOperatorItKeepsItsHome() {
        Dossier unsettled = unsettled(AT_A_COUNTER, "2026-08-05T00:00");
        for (Caller caller : List.of(clerk(31), staff(Set.of(Role.OPERATOR)))) {
            Decision settled = settled(unsettled, "62", caller);
            assertThat(settled)
                    .isEqualTo(new Decision.Allowed(new DossierEvent.Routed(
                            SETTLED_AT, 62, 6, Optional.of(BoundaryRule.NATIONWIDE), AT_THE_DESK)));
            assertThat(unsettled.after(((Decision.Allowed) settled).event()).routing())
                    .isEqualTo(new Routing(31, 3, 62, 6));
        }
        assertThat(settled(unsettled, "62", clerk(41))).isEqualTo(refused(new Refusal.AnothersStep()));
    }

    @Test
    void settledAtHomeItWasTakenInByNoRuleOfBorders() {
        Matter undecided = new Matter(4, Channel.COUNTER, "default", ResultDelivery.COUNTER);
        assertThat(settled(unsettled(undecided, "2026-08-04T23:59"), "31", clerk(31)))
                .isEqualTo(new Decision.Allowed(
                        new DossierEvent.Routed(SETTLED_AT, 31, 3, Optional.empty(), AT_THE_DESK)));
    }

    @Test
    void itIsSettledByTheBordersOfTheDayOnWhichItWasFiled() {
        Dossier filedBefore = unsettled(AT_A_COUNTER, "2026-08-04T23:59");
        assertThat(settled(filedBefore, "62", clerk(31)))
                .isEqualTo(refused(new Refusal.AgencyNotCompetent("/competentAgency")));
        assertThat(settled(filedBefore, "32", clerk(31)))
                .isEqualTo(new Decision.Allowed(new DossierEvent.Routed(
                        SETTLED_AT, 32, 3, Optional.of(BoundaryRule.WITHIN_THE_PROVINCE), AT_THE_DESK)));
    }

    @Test
    void bordersDoNotBindWhatACitizenFiledOnline() {
        assertThat(settled(unsettled(MATTER, "2026-08-04T23:59"), "62", clerk(31)))
                .isEqualTo(new Decision.Allowed(
                        new DossierEvent.Routed(SETTLED_AT, 62, 6, Optional.empty(), AT_THE_DESK)));
    }

    @Test
    void whoDecidesMayBeAnybodyOnlyWhileNobodyKnows() {
        assertThat(route("61", MATTER)).isEqualTo(refused(new Refusal.AgencyNotCompetent("/competentAgency")));
        assertThat(route("999", MATTER)).isEqualTo(refused(new Refusal.UnknownAgency("/competentAgency")));
        Matter undecided = new Matter(4, Channel.COUNTER, "default", ResultDelivery.COUNTER);
        assertThat(route("61", undecided)).isInstanceOf(Decision.Allowed.class);
    }

    private static Decision route(String agency, Matter matter) {
        return settled(unsettled(matter, "2026-08-05T00:00"), agency, clerk(31));
    }

    private static Dossier unsettled(Matter matter, String filedAt) {
        return RoutingFixtures.unsettled(matter, filedAt);
    }

    private static Decision settled(Dossier unsettled, String agency, Caller caller) {
        return Lifecycle.decide(unsettled, new Command.Route(agency, "asked there"), caller, SETTLED_AT, reference());
    }

    private static Decision refused(Refusal why) {
        return new Decision.Refused(why);
    }

    private static Filing online(ProcedureCode procedure, String unit) {
        return filing(procedure, Optional.of(unit), NONE, Channel.ONLINE, applicant(MAU));
    }

    private static Filing counter(String unit, Optional<String> agency) {
        return filing(RESIDENCE, Optional.of(unit), agency, Channel.COUNTER, applicant(MAU));
    }

    private static Routing routing(Filing filing, Caller caller) {
        return routing(filing, caller, DossierFixtures.DAY);
    }

    private static Routing routing(Filing filing, Caller caller, LocalDate day) {
        assertThat(examine(filing, caller, day)).isInstanceOf(Examination.Admissible.class);
        return ((Examination.Admissible) examine(filing, caller, day)).routing();
    }

    private static Examination examine(Filing filing, Caller caller, LocalDate day) {
        return Intake.examine(filing, caller, reference(), day);
    }
}
