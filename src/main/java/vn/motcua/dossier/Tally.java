package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an event adds to the counters of the competent agency on one day. Decided here and kept in the event, so that
 * everybody who sums the log gets the same figures. {@code dueOpen} is keyed by the due day: time passing is in the key.
 *
 * @param receivedWithoutDue those whose clock started without a due moment
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
        int dueOpen,
        int notStartedOpen) {

    public static List<Tally> of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Accepted(Instant at, ClockStart clock) -> received(at, clock);
            case DossierEvent.Received(Instant at, Optional<Promise> promise) ->
                promise.map(promised -> started(at, promised)).orElse(List.of());
            case DossierEvent.Completed completed -> resolved(completed.timeliness());
            case DossierEvent.Announced _,
                    DossierEvent.Filed _,
                    DossierEvent.Routed _,
                    DossierEvent.Refused _,
                    DossierEvent.HandedOver _,
                    DossierEvent.Returned _ -> List.of();
        };
    }

    private static List<Tally> received(Instant at, ClockStart clock) {
        LocalDate day = Timeliness.dayOf(at);
        return switch (clock) {
            case ClockWait _ -> List.of(new Tally(day, 1, 0, 0, 0, 0, 0, 0, 0, 1));
            case Promise promise -> promised(day, 1, 0, promise);
        };
    }

    private static List<Tally> started(Instant at, Promise promise) {
        return promised(Timeliness.dayOf(at), 0, -1, promise);
    }

    private static List<Tally> promised(LocalDate day, int received, int notStarted, Promise promise) {
        return promise.dueAt()
                .map(due -> List.of(
                        new Tally(day, received, 0, 0, 0, 0, 0, 0, 0, notStarted), dueOpen(Timeliness.dayOf(due), 1)))
                .orElseGet(() -> List.of(new Tally(day, received, 1, 0, 0, 0, 0, 0, 0, notStarted)));
    }

    /** One that ended overdue stays in the open of its due day for ever; the overdue of its last day takes it out again. */
    private static List<Tally> resolved(Timeliness timeliness) {
        LocalDate day = timeliness.finishedOn();
        LocalDate dueOn = timeliness.dueOn().orElse(day);
        int late = timeliness.isLateOnTheDueDay() ? 1 : 0;
        return switch (timeliness.byDay()) {
            case EARLY -> List.of(new Tally(day, 0, 0, 1, 0, 0, 0, 0, 0, 0), dueOpen(dueOn, -1));
            case ON_TIME -> List.of(new Tally(day, 0, 0, 0, 1, late, 0, 0, 0, 0), dueOpen(dueOn, -1));
            case OVERDUE -> List.of(new Tally(day, 0, 0, 0, 0, 0, 1, 0, 0, 0));
            case WITHOUT_DUE -> List.of(new Tally(day, 0, 0, 0, 0, 0, 0, 1, 0, 0));
            case NOT_STARTED -> List.of(new Tally(day, 0, 1, 0, 0, 0, 0, 1, 0, -1));
        };
    }

    private static Tally dueOpen(LocalDate dueOn, int change) {
        return new Tally(dueOn, 0, 0, 0, 0, 0, 0, 0, change, 0);
    }
}
