package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.dossier.DossierFixtures.at;
import static vn.motcua.dossier.DossierFixtures.reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.deadline.WarningPoint;
import vn.motcua.procedure.Channel;

/** Monday 2026-03-02 in office hours S8M (07:00 to 11:30, 13:30 to 17:00); seven working days. */
class DueWarningsTest {

    private static final List<WarningPoint> POINTS =
            List.of(new WarningPoint.Share(50), new WarningPoint.Share(80), new WarningPoint.WorkingDaysBefore(1));
    private static final Instant FILED = at("2026-03-02T09:00");

    @Test
    void whatIsFiledAlertsAfterTwoHoursAndAsksForItsAnswer() {
        assertThat(DueWarnings.of(filed(), POINTS, reference()))
                .extracting(
                        warning -> warning.clock().name(),
                        warning -> warning.point().code(),
                        DeadlineWarning::at)
                .containsExactly(
                        tuple("INTAKE_ALERT", "DUE", at("2026-03-02T11:00")),
                        tuple("INTAKE_ANSWER", "PERCENT_50", at("2026-03-02T15:00")),
                        tuple("INTAKE_ANSWER", "PERCENT_80", at("2026-03-03T07:24")));
    }

    @Test
    void theDeskIsNotAlertedOfWhatItTookInItself() {
        Matter paper =
                new Matter(MATTER.procedureVersion(), Channel.COUNTER, MATTER.caseCode(), MATTER.resultDelivery());
        Dossier any = filed();
        Dossier counter = new Dossier(
                any.id(),
                any.version(),
                any.status(),
                any.tracking(),
                any.code(),
                any.routing(),
                paper,
                any.milestones(),
                any.clock(),
                any.handedOverTo(),
                any.lastEventAt());
        assertThat(DueWarnings.of(counter, POINTS, reference()))
                .extracting(warning -> warning.clock().name())
                .containsOnly("INTAKE_ANSWER");
    }

    @Test
    void whatIsAcceptedWarnsOfItsDueMomentAlone() {
        Dossier accepted = filed().after(new DossierEvent.Accepted(
                at("2026-03-02T10:00"), Promise.due(at("2026-03-11T17:00"), false, 1, "CLK-1")));
        assertThat(DueWarnings.of(accepted, POINTS, reference()))
                .extracting(
                        warning -> warning.clock().name(),
                        warning -> warning.point().code(),
                        DeadlineWarning::at)
                .containsExactly(
                        tuple("PROCESSING", "PERCENT_50", at("2026-03-06T08:30")),
                        tuple("PROCESSING", "PERCENT_80", at("2026-03-10T10:48")),
                        tuple("PROCESSING", "WORKING_DAYS_BEFORE_1", at("2026-03-10T17:00")));
        assertThat(DueWarnings.nextAfter(at("2026-03-06T08:30"), accepted, POINTS, reference()))
                .contains(at("2026-03-10T10:48"));
    }

    @Test
    void whatWaitsHasNoMomentOrEndedWarnsOfNothing() {
        Dossier waits = filed().after(
                        new DossierEvent.Accepted(FILED, new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12")));
        Dossier unknown = filed().after(
                        new DossierEvent.Accepted(FILED, Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "CLK-1")));
        Dossier refused = filed().after(new DossierEvent.Refused(FILED));
        for (Dossier silent : List.of(waits, unknown, refused)) {
            assertThat(DueWarnings.of(silent, POINTS, reference())).isEmpty();
        }
    }

    private static Dossier filed() {
        return DossierFixtures.filed(FILED, Optional.of(at("2026-03-03T09:00")));
    }
}
