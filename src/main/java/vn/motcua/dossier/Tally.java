package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;

/**
 * What an event adds to the counters of the competent agency on one day. Decided here and kept in the event, so that
 * everybody who sums the log gets the same figures. {@code dueOpen} is keyed by the due day: time passing is in the key.
 *
 * @param sameDayLate of {@code onTime}: ended on the due day after the due moment
 */
public record Tally(
        LocalDate day,
        int received,
        int receivedWithoutDue,
        int early,
        int onTime,
        int sameDayLate,
        int overdue,
        int resolvedWithoutDue,
        int dueOpen) {

    public static List<Tally> of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Accepted accepted -> received(accepted);
            case DossierEvent.Completed completed -> resolved(completed.timeliness());
            case DossierEvent.Announced _,
                    DossierEvent.Filed _,
                    DossierEvent.Refused _,
                    DossierEvent.HandedOver _,
                    DossierEvent.Returned _ -> List.of();
        };
    }

    private static List<Tally> received(DossierEvent.Accepted accepted) {
        LocalDate day = Timeliness.dayOf(accepted.at());
        return accepted.promise()
                .dueAt()
                .map(due -> List.of(new Tally(day, 1, 0, 0, 0, 0, 0, 0, 0), dueOpen(Timeliness.dayOf(due), 1)))
                .orElseGet(() -> List.of(new Tally(day, 1, 1, 0, 0, 0, 0, 0, 0)));
    }

    /** One that ended overdue stays in the open of its due day for ever; the overdue of its last day takes it out again. */
    private static List<Tally> resolved(Timeliness timeliness) {
        LocalDate day = timeliness.finishedOn();
        LocalDate dueOn = timeliness.dueOn().orElse(day);
        int late = timeliness.isLateOnTheDueDay() ? 1 : 0;
        return switch (timeliness.byDay()) {
            case EARLY -> List.of(new Tally(day, 0, 0, 1, 0, 0, 0, 0, 0), dueOpen(dueOn, -1));
            case ON_TIME -> List.of(new Tally(day, 0, 0, 0, 1, late, 0, 0, 0), dueOpen(dueOn, -1));
            case OVERDUE -> List.of(new Tally(day, 0, 0, 0, 0, 0, 1, 0, 0));
            case WITHOUT_DUE -> List.of(new Tally(day, 0, 0, 0, 0, 0, 0, 1, 0));
        };
    }

    private static Tally dueOpen(LocalDate dueOn, int change) {
        return new Tally(dueOn, 0, 0, 0, 0, 0, 0, 0, change);
    }
}
