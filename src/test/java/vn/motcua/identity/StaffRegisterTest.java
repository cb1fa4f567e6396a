package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Assignment.Placement;
import vn.motcua.identity.Assignment.Word;
import vn.motcua.identity.StaffRegister.Fault;

/** Who of the staff is what, where and when. */
class StaffRegisterTest {

    private static final String SHE = "https://agencies.example|17";
    private static final Word SAID = new Word("operator", Instant.EPOCH);

    private static Placement placed(Role role, @Nullable Integer agency, String from, @Nullable String to) {
        return new Placement(
                SHE,
                role,
                Optional.ofNullable(agency),
                false,
                Optional.empty(),
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse));
    }

    private static Placement auditor(@Nullable String unit) {
        return new Placement(
                SHE,
                Role.AUDITOR,
                Optional.empty(),
                false,
                Optional.ofNullable(unit),
                LocalDate.parse("2026-01-01"),
                Optional.empty());
    }

    private static Placement everywhere(String from) {
        return new Placement(
                SHE, Role.MACHINE, Optional.empty(), true, Optional.empty(), LocalDate.parse(from), Optional.empty());
    }

    private static StaffRegister register(Placement... placements) {
        List<Placement> all = Arrays.asList(placements);
        return new StaffRegister(all.stream()
                .map(one -> new Assignment(all.indexOf(one) + 1, one, SAID, Optional.empty()))
                .toList());
    }

    private static Caller on(StaffRegister register, String day) {
        return on(register, day, EnumSet.complementOf(EnumSet.of(Role.CITIZEN)));
    }

    private static Caller on(StaffRegister register, String day, Set<Role> grantable) {
        Caller token = new Caller(
                SHE,
                Set.of(Role.LEADER, Role.OPERATOR),
                Optional.empty(),
                Set.of(99),
                Optional.of("VN"),
                Assurance.UNKNOWN,
                Set.of("dossier-imports:*"),
                Optional.empty());
        return register.placed(token, LocalDate.parse(day), grantable);
    }

    @Test
    void whoMovesOfficeIsAtOneOnEachDayAndKeepsTheHistory() {
        StaffRegister register = register(
                placed(Role.CLERK, 7, "2026-01-01", "2026-03-31"), placed(Role.OFFICER, 8, "2026-04-01", null));
        assertThat(on(register, "2026-03-31"))
                .extracting(Caller::roles, Caller::agencies)
                .containsExactly(Set.of(Role.CLERK), Set.of(7));
        assertThat(on(register, "2026-04-01"))
                .extracting(Caller::roles, Caller::agencies)
                .containsExactly(Set.of(Role.OFFICER), Set.of(8));
        assertThat(register.assignment(1)).isPresent();
    }

    @Test
    void whatTheTokenSaysIsNotHeard() {
        Caller nobody = on(register(placed(Role.CLERK, 7, "2026-01-01", "2026-03-31")), "2025-12-31");
        assertThat(nobody.roles()).isEmpty();
        assertThat(nobody.agencies()).isEmpty();
        assertThat(nobody.unit()).isEmpty();
    }

    @Test
    void somebodyHasOneRoleAtATimeAtAnyNumberOfAgencies() {
        StaffRegister register = register(placed(Role.CLERK, 7, "2026-01-01", "2026-03-31"));
        assertThat(register.fault(placed(Role.CLERK, 8, "2026-03-31", null))).isEmpty();
        assertThat(register.fault(placed(Role.LEADER, 8, "2026-04-01", null))).isEmpty();
        assertThat(register.fault(placed(Role.LEADER, 8, "2026-03-31", null))).contains(Fault.CONFLICTING);
        assertThat(register.fault(placed(Role.CLERK, 7, "2026-03-31", null))).contains(Fault.CONFLICTING);
        assertThat(register.fault(placed(Role.LEADER, 8, "2025-01-01", "2026-01-01")))
                .contains(Fault.CONFLICTING);
        assertThat(register(auditor("42")).fault(auditor("01"))).contains(Fault.CONFLICTING);
    }

    @Test
    void whatNeverWasIsInNobodysWay() {
        StaffRegister register = register(placed(Role.CLERK, 7, "2026-01-01", "2025-12-31"));
        assertThat(register.fault(placed(Role.LEADER, 8, "2025-12-01", null))).isEmpty();
        assertThat(on(register, "2026-01-01").roles()).isEmpty();
    }

    @Test
    void roleAndPlaceGoTogether() {
        StaffRegister nobody = register();
        assertThat(nobody.fault(placed(Role.CLERK, null, "2026-01-01", null))).contains(Fault.INCOMPLETE);
        assertThat(nobody.fault(placed(Role.OPERATOR, 7, "2026-01-01", null))).contains(Fault.INCOMPLETE);
        assertThat(nobody.fault(auditor(null))).contains(Fault.INCOMPLETE);
        assertThat(nobody.fault(placed(Role.CLERK, 7, "2026-01-02", "2026-01-01")))
                .contains(Fault.INCOMPLETE);
        assertThat(nobody.fault(placed(Role.MACHINE, null, "2026-01-01", null))).contains(Fault.INCOMPLETE);
        assertThat(nobody.fault(placed(Role.MACHINE, 7, "2026-01-01", null))).isEmpty();
        assertThat(nobody.fault(everywhere("2026-01-01"))).isEmpty();
    }

    @Test
    void aMachineKeepsTheScopesOfItsTokenAndNobodyElseDoes() {
        Caller machine = on(register(placed(Role.MACHINE, 7, "2026-01-01", null)), "2026-01-01");
        assertThat(machine.scopes()).containsExactly("dossier-imports:*");
        assertThat(on(register(placed(Role.CLERK, 7, "2026-01-01", null)), "2026-01-01")
                        .scopes())
                .isEmpty();
    }

    @Test
    void aMachineIsAtEveryAgencyByAWordOfItsOwnAndNeverBesideOthers() {
        StaffRegister bound = register(placed(Role.MACHINE, 7, "2026-01-01", null));
        assertThat(bound.fault(everywhere("2026-02-01"))).contains(Fault.CONFLICTING);
        StaffRegister unbound = register(everywhere("2026-01-01"));
        assertThat(unbound.fault(placed(Role.MACHINE, 7, "2026-02-01", null))).contains(Fault.CONFLICTING);
        assertThat(on(unbound, "2026-01-01"))
                .extracting(Caller::roles, Caller::agencies)
                .containsExactly(Set.of(Role.MACHINE), Set.of());
    }

    /** Both may stand there from before it was forbidden, when a silence was none: the machine reached what it was bound to. */
    @Test
    void aMachineThatWasBoundIsNeverUnboundByAnotherAssignmentOrByAnEnd() {
        StaffRegister both = register(everywhere("2026-01-01"), placed(Role.MACHINE, 7, "2026-02-01", "2026-03-31"));
        assertThat(on(both, "2026-03-31"))
                .extracting(Caller::roles, Caller::agencies)
                .containsExactly(Set.of(Role.MACHINE), Set.of(7));
        for (String day : List.of("2026-01-31", "2026-04-01")) {
            assertThat(on(both, day)).extracting(Caller::roles).isEqualTo(Set.of());
        }
        StaffRegister anew = register(everywhere("2026-04-01"), placed(Role.MACHINE, 7, "2026-01-01", "2026-03-31"));
        assertThat(on(anew, "2026-04-01"))
                .extracting(Caller::roles, Caller::agencies)
                .containsExactly(Set.of(Role.MACHINE), Set.of());
        StaffRegister bound = register(placed(Role.MACHINE, 7, "2026-01-01", "2026-03-31"));
        assertThat(on(bound, "2026-04-01").roles()).isEmpty();
    }

    @Test
    void anAssignmentGivesNoRoleThatTheIssuerMayNotVouchFor() {
        StaffRegister clerk = register(placed(Role.CLERK, 7, "2026-01-01", null));
        Caller nobody = on(clerk, "2026-01-01", Set.of(Role.MACHINE));
        assertThat(nobody.roles()).isEmpty();
        assertThat(nobody.agencies()).isEmpty();
        StaffRegister machine = register(placed(Role.MACHINE, 7, "2026-01-01", null));
        assertThat(on(machine, "2026-01-01", Set.of(Role.CLERK)).scopes()).isEmpty();
    }

    @Test
    void anAuditorSeesTheUnitThatHadTheCodeOnTheFirstDay() {
        assertThat(on(register(auditor("52")), "2026-06-01").unit()).contains("52@2026-01-01");
    }
}
