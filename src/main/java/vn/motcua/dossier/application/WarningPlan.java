package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.deadline.WarningPoint;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DueWarnings;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Dossiers.NextWarning;

/** When the next warning comes, by the points of the configuration. */
@Component
class WarningPlan {

    private final List<WarningPoint> points;

    WarningPlan(WarningProperties properties) {
        this.points = properties.points();
    }

    /** What an act sets; empty where it leaves the clocks as they were, so that no warning due by now is lost. */
    Optional<NextWarning> after(DossierEvent event, Dossier after, Reference known) {
        return switch (event) {
            case DossierEvent.Filed _, DossierEvent.Accepted _, DossierEvent.Refused _, DossierEvent.Completed _ ->
                Optional.of(since(event.at(), after, known));
            case DossierEvent.Received received -> received.promise().map(_ -> since(event.at(), after, known));
            case DossierEvent.DeadlineRecomputed _, DossierEvent.AnswerRecomputed _ ->
                Optional.of(again(event.at(), after, known));
            case DossierEvent.Announced _,
                    DossierEvent.Routed _,
                    DossierEvent.HandedOver _,
                    DossierEvent.Returned _,
                    DossierEvent.RepresentationEnded _,
                    DossierEvent.DeadlineWarned _ -> Optional.empty();
        };
    }

    /** The first after a moment. */
    NextWarning since(Instant moment, Dossier dossier, Reference known) {
        return new NextWarning(DueWarnings.nextAfter(moment, dossier, points, known));
    }

    /** By another due moment points may lie behind already: then at once, and the sweeper asks the log what was said. */
    private NextWarning again(Instant moment, Dossier dossier, Reference known) {
        return new NextWarning(
                of(dossier, known).stream().findFirst().map(first -> first.at().isAfter(moment) ? first.at() : moment));
    }

    /** Every warning of the clocks that run, in order. */
    List<DeadlineWarning> of(Dossier dossier, Reference known) {
        return DueWarnings.of(dossier, points, known);
    }
}
