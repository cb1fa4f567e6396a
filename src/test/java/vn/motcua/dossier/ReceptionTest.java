package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.dossier.DossierFixtures.at;
import static vn.motcua.dossier.DossierFixtures.clerk;
import static vn.motcua.dossier.RoutingFixtures.reference;
import static vn.motcua.dossier.RoutingFixtures.staff;
import static vn.motcua.dossier.RoutingFixtures.takenInElsewhere;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.deadline.Rule;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;

/** What starts the clock of a dossier that one agency takes in and another decides (RULES 4.4). */
class ReceptionTest {

    private static final Routing ELSEWHERE = new Routing(31, 3, 32, 3);
    private static final Matter RECEPTION_FIRST = new Matter(5, Channel.ONLINE, "default", ResultDelivery.COUNTER);
    private static final Matter FEE_FIRST = new Matter(6, Channel.ONLINE, "default", ResultDelivery.COUNTER);
    private static final Command RECEIVE = new Command.Receive(Optional.empty());
    private static final Command COMPLETE = new Command.Complete(true, Map.of());
    private static final Caller OFFICER = staff(Set.of(Role.OFFICER), 32);
    private static final Instant AT = at("2026-09-07T10:00");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // procedure's rule, taken in elsewhere, day of acceptance: what the clock waits for, and by which rule
                "1, false, 2026-09-01, -, -",
                "1, true, 2026-08-04, -, -",
                "1, true, 2026-08-05, COMPETENT_RECEPTION, CLK-1.12",
                "5, false, 2026-03-02, -, -",
                "5, true, 2026-03-02, COMPETENT_RECEPTION, CLK-1.13",
                "6, false, 2026-03-02, FEE, CLK-1.14",
                "6, true, 2026-09-01, FEE, CLK-1.14"
            })
    void theClockStartsAsTheRuleOfTheDaySays(
            int procedure, boolean elsewhere, String day, ClockWait.For waitsFor, String rule) {
        Matter matter = new Matter(procedure, Channel.ONLINE, "default", ResultDelivery.COUNTER);
        Dossier filed = DossierFixtures.dossier(
                Optional.of(DossierStatus.REGISTERED),
                elsewhere ? ELSEWHERE : DossierFixtures.ROUTING,
                matter,
                Optional.empty());
        ClockStart start = Promises.onAcceptance(filed, at(day + "T09:00"), reference());
        if (waitsFor == null) {
            assertThat(start).isInstanceOf(Promise.class);
        } else {
            assertThat(start).isEqualTo(new ClockWait(waitsFor, rule));
        }
    }

    @Test
    void whileTheClockWaitsNothingIsDueAndNothingIsMissing() {
        Dossier waiting = takenInElsewhere(DossierStatus.ACCEPTED);
        assertThat(waiting.promise()).isEmpty();
        assertThat(waiting.waitsFor()).contains(ClockWait.For.COMPETENT_RECEPTION);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "IN_PROCESS"})
    void receptionStartsTheClockAndMakesTheFirstPromise(DossierStatus status) {
        Dossier waiting = accepted(takenInElsewhere(status), "2026-09-04T09:00");
        Dossier received = waiting.after(allowed(waiting, RECEIVE, OFFICER));
        assertThat(received.status()).contains(status);
        assertThat(received.milestones().receivedAt()).contains(AT);
        assertThat(received.waitsFor()).isEmpty();
        assertThat(received.promise()).contains(Promise.due(at("2026-09-16T17:00"), false, 1, Rule.VERSION));
        assertThat(decide(received, RECEIVE, OFFICER)).isEqualTo(wrongStatus(received));
    }

    @Test
    void receptionOfWhatRunsAlreadyIsOnlyRecorded() {
        Promise promise = Promise.due(at("2026-09-16T17:00"), false, 1, "1");
        Dossier running =
                DossierFixtures.dossier(Optional.of(DossierStatus.IN_PROCESS), ELSEWHERE, MATTER, Optional.of(promise));
        assertThat(allowed(running, RECEIVE, OFFICER)).isEqualTo(new DossierEvent.Received(AT, Optional.empty()));
        assertThat(running.after(allowed(running, RECEIVE, OFFICER)).promise()).contains(promise);
    }

    @Test
    void receptionLeavesTheClockWaitingForTheFee() {
        Dossier waiting = DossierFixtures.dossier(
                Optional.of(DossierStatus.ACCEPTED),
                ELSEWHERE,
                FEE_FIRST,
                Optional.of(new ClockWait(ClockWait.For.FEE, "CLK-1.14")));
        assertThat(waiting.after(allowed(waiting, RECEIVE, OFFICER)).waitsFor()).contains(ClockWait.For.FEE);
    }

    @Test
    void whatIsDecidedWhereItWasTakenInNeedsNoReception() {
        Dossier own = DossierFixtures.dossier(Optional.of(DossierStatus.ACCEPTED));
        assertThat(decide(own, RECEIVE, OFFICER)).isEqualTo(wrongStatus(own));
        Dossier filed = DossierFixtures.dossier(
                Optional.of(DossierStatus.REGISTERED), DossierFixtures.ROUTING, RECEPTION_FIRST, Optional.empty());
        assertThat(Promises.onAcceptance(filed, AT, reference())).isInstanceOf(Promise.class);
    }

    @Test
    void nothingIsFinishedBeforeItWasReceived() {
        Dossier waiting = takenInElsewhere(DossierStatus.IN_PROCESS);
        assertThat(decide(waiting, COMPLETE, OFFICER))
                .isEqualTo(new Decision.Refused(new Refusal.WrongStatus(waiting.status(), List.of(Step.RECEPTION))));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-04T17:00, true", "2026-08-05T07:00, false"})
    void whatWaitsForTheFeeIsNotFinishedBeforeItWasReceivedEither(String acceptedAt, boolean open) {
        Dossier waiting = accepted(
                DossierFixtures.dossier(
                        Optional.of(DossierStatus.IN_PROCESS),
                        ELSEWHERE,
                        FEE_FIRST,
                        Optional.of(new ClockWait(ClockWait.For.FEE, "CLK-1.14"))),
                acceptedAt);
        assertThat(Step.openTo(waiting))
                .isEqualTo(open ? List.of(Step.RECEPTION, Step.COMPLETION) : List.of(Step.RECEPTION));
        Dossier received = waiting.after(allowed(waiting, RECEIVE, OFFICER));
        assertThat(received.waitsFor()).contains(ClockWait.For.FEE);
        assertThat(allowed(received, COMPLETE, OFFICER)).isInstanceOf(DossierEvent.Completed.class);
    }

    @Test
    void whatIsFinishedBeforeTheFeeIsNeverOnTime() {
        Dossier waiting = DossierFixtures.dossier(
                Optional.of(DossierStatus.IN_PROCESS),
                DossierFixtures.ROUTING,
                FEE_FIRST,
                Optional.of(new ClockWait(ClockWait.For.FEE, "CLK-1.14")));
        assertThat(allowed(waiting, COMPLETE, OFFICER))
                .isEqualTo(new DossierEvent.Completed(AT, Timeliness.notStarted(AT), true));
    }

    @Test
    void eachStepIsTakenByTheAgencyThatItBelongsTo() {
        Refusal anothers = new Refusal.AnothersStep();
        Dossier filed =
                DossierFixtures.dossier(Optional.of(DossierStatus.REGISTERED), ELSEWHERE, MATTER, Optional.empty());
        Dossier accepted = takenInElsewhere(DossierStatus.ACCEPTED);
        assertThat(decide(filed, new Command.Accept(Optional.empty()), clerk(32)))
                .isEqualTo(new Decision.Refused(anothers));
        assertThat(decide(filed, new Command.Accept(Optional.empty()), clerk(31)))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(decide(accepted, RECEIVE, clerk(31))).isEqualTo(new Decision.Refused(anothers));
        assertThat(decide(accepted, RECEIVE, clerk(32))).isInstanceOf(Decision.Allowed.class);
        assertThat(decide(accepted, new Command.HandOver(Optional.empty()), clerk(31)))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(decide(accepted, new Command.HandOver(Optional.empty()), clerk(32)))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void whatNobodyDecidesIsNotAcceptedButMayBeRefused() {
        Dossier unsettled = RoutingFixtures.unsettled();
        assertThat(decide(unsettled, new Command.Accept(Optional.empty()), clerk(31)))
                .isEqualTo(new Decision.Refused(new Refusal.RoutingOpen()));
        assertThat(Step.openTo(unsettled)).containsExactly(Step.REFUSAL, Step.ROUTING);
    }

    private static Dossier accepted(Dossier dossier, String at) {
        return new Dossier(
                dossier.id(),
                dossier.version(),
                dossier.status(),
                dossier.tracking(),
                dossier.code(),
                dossier.routing(),
                dossier.matter(),
                dossier.milestones().accepted(at(at)),
                dossier.clock(),
                dossier.handedOverTo(),
                at(at));
    }

    private static Decision wrongStatus(Dossier dossier) {
        return new Decision.Refused(new Refusal.WrongStatus(dossier.status(), Step.openTo(dossier)));
    }

    private static DossierEvent allowed(Dossier dossier, Command command, Caller caller) {
        Decision decision = decide(dossier, command, caller);
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        return ((Decision.Allowed) decision).event();
    }

    private static Decision decide(Dossier dossier, Command command, Caller caller) {
        return Lifecycle.decide(dossier, command, caller, AT, reference());
    }
}
