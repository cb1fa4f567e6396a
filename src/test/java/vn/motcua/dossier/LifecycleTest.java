package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.dossier.DossierFixtures.at;
import static vn.motcua.dossier.DossierFixtures.dossier;
import static vn.motcua.dossier.DossierFixtures.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.deadline.Rule;
import vn.motcua.identity.Role;

class LifecycleTest {

    private static final Set<Role> EVERY_ROLE = Set.of(Role.values());
    private static final Instant AT = at("2026-03-03T10:00");
    private static final Map<Step, Command> COMMANDS = Map.of(
            Step.ACCEPTANCE, new Command.Accept(Optional.empty()),
            Step.REFUSAL, new Command.Refuse("incomplete"),
            Step.ROUTING, new Command.Route("32", "the place is theirs"),
            Step.RECEPTION, new Command.Receive(Optional.empty()),
            Step.HAND_OVER, new Command.HandOver(Optional.empty()),
            Step.COMPLETION, new Command.Complete(true, Map.of("signedBy", "A")),
            Step.RETURN, new Command.Return(Map.of("receivedBy", "B")),
            Step.REPRESENTATION_END, new Command.EndRepresentation(LocalDate.parse("2026-03-03"), Optional.empty()));

    /** The whole table: from each status, the steps that begin there and where each leads. */
    private static final Map<Optional<DossierStatus>, Map<Step, DossierStatus>> TABLE = Map.of(
            Optional.of(DossierStatus.REGISTERED),
                    Map.of(Step.ACCEPTANCE, DossierStatus.ACCEPTED, Step.REFUSAL, DossierStatus.REFUSED),
            Optional.of(DossierStatus.ACCEPTED), Map.of(Step.HAND_OVER, DossierStatus.IN_PROCESS),
            Optional.of(DossierStatus.IN_PROCESS), Map.of(Step.COMPLETION, DossierStatus.FINISHED),
            Optional.of(DossierStatus.FINISHED), Map.of(Step.RETURN, DossierStatus.RETURNED));

    static Stream<Optional<DossierStatus>> everyStatus() {
        return Stream.concat(
                Stream.of(Optional.empty()),
                Arrays.stream(DossierStatus.values()).map(Optional::of));
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void eachStepIsTakenFromItsOwnStatusOnlyAndElseNamesTheStepsThatAre(Optional<DossierStatus> status) {
        Map<Step, DossierStatus> possible = TABLE.getOrDefault(status, Map.of());
        for (Step step : EnumSet.complementOf(EnumSet.of(Step.REPRESENTATION_END))) {
            Decision decision = decide(dossier(status), COMMANDS.get(step), EVERY_ROLE);
            if (possible.containsKey(step)) {
                assertThat(after(status, decision)).as(step.path()).contains(possible.get(step));
            } else {
                assertThat(decision)
                        .as(step.path())
                        .isEqualTo(new Decision.Refused(new Refusal.WrongStatus(status, inOrder(possible))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void aRepresentationEndsInEveryStatusAndChangesNone(Optional<DossierStatus> status) {
        Decision decision = decide(dossier(status), COMMANDS.get(Step.REPRESENTATION_END), EVERY_ROLE);
        assertThat(decision).isInstanceOfSatisfying(Decision.Allowed.class, allowed -> {
            Dossier after = dossier(status).after(allowed.event());
            assertThat(after.status()).isEqualTo(status);
            assertThat(after.version()).isEqualTo(dossier(status).version() + 1);
        });
    }

    static Stream<Arguments> stepsTheirDossiersAndTheirRoles() {
        return Stream.of(
                Arguments.of(Step.ACCEPTANCE, dossier(Optional.of(DossierStatus.REGISTERED)), Set.of(Role.CLERK)),
                Arguments.of(Step.REFUSAL, dossier(Optional.of(DossierStatus.REGISTERED)), Set.of(Role.CLERK)),
                Arguments.of(Step.ROUTING, RoutingFixtures.unsettled(), Set.of(Role.CLERK, Role.OPERATOR)),
                Arguments.of(Step.HAND_OVER, dossier(Optional.of(DossierStatus.ACCEPTED)), Set.of(Role.CLERK)),
                Arguments.of(
                        Step.RECEPTION,
                        RoutingFixtures.takenInElsewhere(DossierStatus.ACCEPTED),
                        Set.of(Role.CLERK, Role.OFFICER)),
                Arguments.of(
                        Step.COMPLETION,
                        dossier(Optional.of(DossierStatus.IN_PROCESS)),
                        Set.of(Role.OFFICER, Role.LEADER)),
                Arguments.of(Step.RETURN, dossier(Optional.of(DossierStatus.FINISHED)), Set.of(Role.CLERK)),
                Arguments.of(
                        Step.REPRESENTATION_END,
                        dossier(Optional.of(DossierStatus.RETURNED)),
                        Set.of(Role.CITIZEN, Role.CLERK, Role.LEADER)));
    }

    @ParameterizedTest
    @MethodSource("stepsTheirDossiersAndTheirRoles")
    void eachStepBelongsToItsRoles(Step step, Dossier dossier, Set<Role> actors) {
        for (Role role : Role.values()) {
            Decision decision = decide(dossier, COMMANDS.get(step), Set.of(role));
            if (actors.contains(role)) {
                assertThat(decision).as(role.name()).isInstanceOf(Decision.Allowed.class);
            } else {
                assertThat(decision).as(role.name()).isEqualTo(new Decision.Refused(new Refusal.NeverThisRole()));
            }
        }
    }

    @Test
    void everyStepIsAmongThem() {
        assertThat(stepsTheirDossiersAndTheirRoles().map(row -> row.get()[0]))
                .containsExactly((Object[]) Step.values());
    }

    @Test
    void aRoleThatNeverTakesTheStepIsToldSoWhateverTheStatus() {
        assertThat(decide(dossier(Optional.of(DossierStatus.RETURNED)), COMMANDS.get(Step.ACCEPTANCE), Set.of()))
                .isEqualTo(new Decision.Refused(new Refusal.NeverThisRole()));
    }

    @Test
    void acceptancePromisesADueMoment() {
        Decision decision =
                decide(dossier(Optional.of(DossierStatus.REGISTERED)), COMMANDS.get(Step.ACCEPTANCE), EVERY_ROLE);
        assertThat(decision)
                .isEqualTo(new Decision.Allowed(
                        new DossierEvent.Accepted(AT, Promise.due(at("2026-03-12T17:00"), false, 1, ruleVersion()))));
    }

    @Test
    void completionIsJudgedByTheDueMoment() {
        Instant due = AT.minus(Duration.ofMinutes(1));
        Dossier late = dossier(Optional.of(DossierStatus.IN_PROCESS), DossierFixtures.MATTER, Optional.of(due));
        assertThat(decide(late, new Command.Complete(false, Map.of()), EVERY_ROLE))
                .isEqualTo(new Decision.Allowed(
                        new DossierEvent.Completed(AT, Timeliness.of(AT, Optional.of(due)), false)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "32", "Z99.32"})
    void handOverGoesToTheCompetentAgency(String toAgency) {
        assertThat(handOver(toAgency)).isEqualTo(new Decision.Allowed(new DossierEvent.HandedOver(AT, 32)));
    }

    @Test
    void handOverGoesNowhereElse() {
        assertThat(handOver("31")).isEqualTo(new Decision.Refused(new Refusal.AgencyNotCompetent("/toAgency")));
        assertThat(handOver("Z99.nowhere")).isEqualTo(new Decision.Refused(new Refusal.UnknownAgency("/toAgency")));
    }

    @Test
    void aDossierIsFiledOnceAndEveryEventIsANewVersion() {
        Dossier dossier = dossier(Optional.of(DossierStatus.FINISHED));
        assertThat(dossier.after(new DossierEvent.Returned(AT)).version()).isEqualTo(dossier.version() + 1);
        assertThat(dossier.after(new DossierEvent.Returned(AT)).lastEventAt()).isEqualTo(AT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dossier.after(new DossierEvent.Filed(AT, DossierFixtures.MATTER, Optional.empty())));
    }

    private static Decision handOver(String toAgency) {
        return decide(
                dossier(Optional.of(DossierStatus.ACCEPTED)),
                new Command.HandOver(Optional.ofNullable(toAgency)),
                EVERY_ROLE);
    }

    private static Decision decide(Dossier dossier, Command command, Set<Role> roles) {
        return Lifecycle.decide(dossier, command, RoutingFixtures.staff(roles, 31, 32), AT, reference());
    }

    private static Optional<DossierStatus> after(Optional<DossierStatus> status, Decision decision) {
        return decision instanceof Decision.Allowed(DossierEvent event)
                ? dossier(status).after(event).status()
                : Optional.empty();
    }

    private static List<Step> inOrder(Map<Step, DossierStatus> possible) {
        return Arrays.stream(Step.values()).filter(possible::containsKey).toList();
    }

    private static String ruleVersion() {
        return Rule.VERSION;
    }
}
