package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Reenacted.Faulty;
import vn.motcua.dossier.Reenacted.Happening;
import vn.motcua.dossier.Reenacted.Whole;
import vn.motcua.dossier.Retelling.Told;
import vn.motcua.identity.Caller;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** A retold past is decided as it would have been on its days, by the same rules. */
class ReenactmentTest {

    private static final Instant NOW = at("2026-06-01T09:00");
    private static final UUID ID = new UUID(0, 1);
    private static final TrackingCode TRACKING = TrackingCode.from(new byte[10]);
    private static final Command HAND_OVER = new Command.HandOver(Optional.empty());

    /** Event by event what the desk would have got. */
    @Test
    void decidesWhatTheLifeCycleDecidesOnThoseDays() {
        Reference reference = DossierFixtures.reference();
        Filing filing = DossierFixtures.filing();
        Caller citizen = DossierFixtures.citizen();
        Caller clerk = DossierFixtures.clerk(32);
        var admitted = (Examination.Admissible) Intake.examine(filing, citizen, reference, DossierFixtures.DAY);
        DossierEvent filed = Lifecycle.begin(filing, admitted, at("2026-03-02T09:00"), reference);
        Dossier dossier = Lifecycle.begun(ID, TRACKING, admitted, filed);
        var accepted = (Decision.Allowed) Lifecycle.decide(dossier, accept(), clerk, at("2026-03-03T09:00"), reference);

        Whole whole = whole(filing, List.of(filed("2026-03-02T09:00"), step("2026-03-03T09:00", accept())));

        assertThat(whole.happenings()).extracting(Happening::event).containsExactly(filed, accepted.event());
        assertThat(whole.dossier()).isEqualTo(dossier.after(accepted.event()));
        assertThat(whole.owner()).isEqualTo(DossierFixtures.MAU);
    }

    @Test
    void goesToTheEndAndIsJudgedAtItsLastMoment() {
        Whole whole = whole(
                DossierFixtures.filing(),
                List.of(
                        filed("2026-03-02T09:00"),
                        step("2026-03-02T10:00", accept()),
                        step("2026-03-02T10:00", HAND_OVER),
                        step("2026-03-11T17:01", new Command.Complete(true, Map.of())),
                        step("2026-03-12T09:00", new Command.Return(Map.of()))));
        assertThat(whole.dossier().status()).hasValue(DossierStatus.RETURNED);
        assertThat(whole.dossier().version()).isEqualTo(5);
        var completed = (DossierEvent.Completed) whole.happenings().get(3).event();
        assertThat(completed.timeliness().byDay()).isEqualTo(Timeliness.Outcome.ON_TIME);
        assertThat(completed.timeliness().byMoment()).isEqualTo(Timeliness.Outcome.OVERDUE);
    }

    /** The tables of the fixtures begin on 2025-07-01. */
    @Test
    void beforeTheCatalogueBeginsThereIsNoTermAndTheTellerSaysWhoDecided() {
        Filing filing = DossierFixtures.filing(
                DossierFixtures.RESIDENCE,
                Optional.empty(),
                Optional.of("31"),
                Channel.COUNTER,
                DossierFixtures.applicant(DossierFixtures.MAU));
        Whole whole = whole(filing, List.of(filed("2024-06-03T09:00"), step("2024-06-03T10:00", accept())));
        assertThat(whole.dossier().promise().flatMap(Promise::missing)).hasValue(Promise.Missing.TERM_UNCONFIRMED);
        assertThat(whole.dossier().routing()).isEqualTo(new Routing(31, 3, 31, 3));
    }

    @Test
    void acceptedAfterTheCatalogueBeganItHasTheTermOfThatDay() {
        Filing filing = DossierFixtures.filing(
                DossierFixtures.RESIDENCE,
                Optional.empty(),
                Optional.of("32"),
                Channel.COUNTER,
                DossierFixtures.applicant(DossierFixtures.MAU));
        Whole whole = whole(filing, List.of(filed("2025-06-30T09:00"), step("2025-07-01T10:00", accept())));
        assertThat(whole.dossier().promise().flatMap(Promise::dueAt)).hasValue(at("2025-07-10T17:00"));
    }

    @Test
    void whoeverTellsItKnowsWhoDecidedWhereWeDoNot() {
        Filing named = DossierFixtures.filing(
                DossierFixtures.UNDECIDED,
                Optional.empty(),
                Optional.of("31"),
                Channel.COUNTER,
                DossierFixtures.applicant(DossierFixtures.MAU));
        Whole whole = whole(named, List.of(filed("2026-03-02T09:00"), step("2026-03-02T10:00", accept())));
        assertThat(whole.dossier().routing().settled()).isTrue();
        assertThat(whole.dossier().promise().flatMap(Promise::dueAt)).hasValue(at("2026-03-05T17:00"));
        Filing placed = DossierFixtures.filing(
                DossierFixtures.UNDECIDED,
                Optional.of("18073"),
                Optional.empty(),
                Channel.COUNTER,
                DossierFixtures.applicant(DossierFixtures.MAU));
        assertThat(faults(placed, List.of(filed("2026-03-02T09:00"))))
                .containsExactly(new Fault("/competentAgency", "no-agency-then"));
    }

    @Test
    void laterEventsAreJudgedThoughTheFilingIsFaulty() {
        Filing unknown = DossierFixtures.filing(
                new ProcedureCode("9.999999"),
                Optional.of("18073"),
                Optional.empty(),
                Channel.COUNTER,
                DossierFixtures.applicant(DossierFixtures.MAU));
        assertThat(faults(
                        unknown,
                        List.of(
                                filed("2026-03-02T09:00"),
                                step("2026-03-02T10:00", accept()),
                                step("2026-03-02T11:00", new Command.HandOver(Optional.of("31"))),
                                step("2026-03-02T10:59", new Command.Complete(true, Map.of())),
                                step("2026-03-02T12:00", new Command.Refuse("x")))))
                .containsExactlyInAnyOrder(
                        new Fault("/procedureCode", "unknown-procedure"),
                        new Fault("/events/3/occurredAt", "before-predecessor"),
                        new Fault("/events/4/type", "invalid-transition"));
    }

    @Test
    void anAgencyThatItWentToIsNamedWithTheEvent() {
        for (var wrong :
                Map.of("31", "agency-not-competent", "977", "unknown-agency").entrySet()) {
            assertThat(faults(
                            DossierFixtures.filing(),
                            List.of(
                                    filed("2026-03-02T09:00"),
                                    step("2026-03-02T10:00", accept()),
                                    step("2026-03-02T11:00", new Command.HandOver(Optional.of(wrong.getKey()))),
                                    step("2026-03-02T12:00", new Command.Complete(true, Map.of())))))
                    .containsExactly(new Fault("/events/2/toAgency", wrong.getValue()));
        }
    }

    private static Command accept() {
        return new Command.Accept(Optional.empty());
    }

    private static Told filed(String local) {
        return new Told(at(local), Optional.empty(), Map.of());
    }

    private static Told step(String local, Command command) {
        return new Told(at(local), Optional.of(command), Map.of());
    }

    private static Whole whole(Filing filing, List<Told> events) {
        return (Whole) reenact(filing, events);
    }

    private static List<Fault> faults(Filing filing, List<Told> events) {
        return ((Faulty) reenact(filing, events)).faults();
    }

    private static Reenacted reenact(Filing filing, List<Told> events) {
        return Reenactment.of(
                new Retelling(new Source("old", "HS.1"), filing, Optional.empty(), new ArrayList<>(events), List.of()),
                ID,
                TRACKING,
                NOW,
                DossierFixtures.reference());
    }
}
