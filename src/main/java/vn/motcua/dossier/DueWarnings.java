package vn.motcua.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.deadline.AgencyClock;
import vn.motcua.deadline.CaseClocks;
import vn.motcua.deadline.ClockKind;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.deadline.WarningPoint;
import vn.motcua.procedure.Channel;

/** The warnings of the clocks that run in a dossier as it stands: none of what was answered, waits, or ended. */
public final class DueWarnings {

    private DueWarnings() {}

    /** Of all its clocks, in order. */
    public static List<DeadlineWarning> of(Dossier dossier, List<WarningPoint> points, Reference reference) {
        if (dossier.status().filter(status -> !status.hasEnded()).isEmpty()) {
            return List.of();
        }
        return (dossier.milestones().acceptedAt().isPresent()
                        ? processing(dossier, points, reference)
                        : intake(dossier, points, reference))
                .sorted(Comparator.comparing(DeadlineWarning::at))
                .toList();
    }

    /** When the first of them after a moment comes: after an act that started, moved or ended a clock. */
    public static Optional<Instant> nextAfter(
            Instant moment, Dossier dossier, List<WarningPoint> points, Reference reference) {
        return of(dossier, points, reference).stream()
                .map(DeadlineWarning::at)
                .filter(at -> at.isAfter(moment))
                .findFirst();
    }

    /** The desk is told at once of what it takes in itself: only what comes over the portal alerts it. */
    private static Stream<DeadlineWarning> intake(Dossier dossier, List<WarningPoint> points, Reference reference) {
        AgencyClock clock = reference.clock(dossier.routing().receivingAgency());
        return dossier.milestones().filedAt().stream()
                .flatMap(filed ->
                        Stream.concat(
                                dossier.matter().channel() == Channel.ONLINE
                                        ? DeadlineWarning.of(
                                                ClockKind.INTAKE_ALERT,
                                                List.of(new WarningPoint.AtDue()),
                                                filed,
                                                alertDue(filed),
                                                clock.time(filed, alertDue(filed)))
                                                .stream()
                                        : Stream.empty(),
                                dossier.milestones().intakeDueAt().stream()
                                        .flatMap(due -> DeadlineWarning.of(
                                                ClockKind.INTAKE_ANSWER, points, filed, due, clock.time(filed, due))
                                                .stream())));
    }

    private static Instant alertDue(Instant filed) {
        return filed.plus(CaseClocks.INTAKE_ALERT_AFTER);
    }

    private static Stream<DeadlineWarning> processing(Dossier dossier, List<WarningPoint> points, Reference reference) {
        return dossier.promise().flatMap(Promise::dueAt).stream()
                .flatMap(due -> Promises.startedAt(dossier, reference).stream()
                        .flatMap(started -> DeadlineWarning.of(
                                ClockKind.PROCESSING,
                                points,
                                started,
                                due,
                                reference
                                        .clock(dossier.routing().competentAgency())
                                        .time(started, due))
                                .stream()));
    }
}
