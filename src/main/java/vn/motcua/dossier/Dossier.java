package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.deadline.StartRule;

/**
 * One filing of one procedure (hồ sơ TTHC), as it stands after its last event.
 *
 * @param version how many events it has; every change names the version it was decided on
 * @param status empty while announced files are missing
 * @param code the official code; empty before acceptance
 * @param clock empty before acceptance
 * @param handedOverTo the agency that processes it; empty before hand-over
 */
public record Dossier(
        UUID id,
        int version,
        Optional<DossierStatus> status,
        TrackingCode tracking,
        Optional<String> code,
        Routing routing,
        Matter matter,
        Milestones milestones,
        Optional<ClockStart> clock,
        Optional<Integer> handedOverTo,
        Instant lastEventAt) {

    /** Empty before acceptance and while the clock waits. */
    public Optional<Promise> promise() {
        return clock.filter(Promise.class::isInstance).map(Promise.class::cast);
    }

    /** What the clock waits for since acceptance; empty when it waits for nothing. */
    public Optional<ClockWait.For> waitsFor() {
        return clock.filter(ClockWait.class::isInstance)
                .map(ClockWait.class::cast)
                .map(ClockWait::what);
    }

    /** The clock, when it was promised something or should have been, and the dossier has not ended. */
    public Optional<RunningClock> runningClock(Reference reference) {
        return promise()
                .filter(_ -> status.filter(reached -> !reached.hasEnded()).isPresent())
                .flatMap(promise -> milestones
                        .acceptedAt()
                        .map(acceptedAt -> RunningClock.of(
                                id,
                                version,
                                routing,
                                matter,
                                acceptedAt,
                                milestones.receivedAt(),
                                lastEventAt,
                                promise,
                                reference)));
    }

    /** The clock of the desk, while the dossier waits for its answer. */
    public Optional<AnswerClock> answerClock() {
        return status.filter(DossierStatus.REGISTERED::equals)
                .flatMap(_ -> milestones.filedAt())
                .map(filedAt -> new AnswerClock(routing.receivingAgency(), filedAt, milestones.intakeDueAt()));
    }

    /** True when another agency took it in and the competent one has not said yet that it has it. */
    public boolean awaitsReception() {
        return routing.isTakenInElsewhere() && milestones.receivedAt().isEmpty();
    }

    /** True while it may not end, since the clock waits and the competent agency must have the dossier first. */
    boolean isHeldForReception() {
        return awaitsReception()
                && waitsFor()
                        .filter(what -> switch (what) {
                            case COMPETENT_RECEPTION -> true;
                            case FEE ->
                                milestones.acceptedAt().map(Timeliness::dayOf).stream()
                                        .anyMatch(StartRule.TAKEN_IN_ELSEWHERE::holdsOn);
                        })
                        .isPresent();
    }

    /** The dossier after one more event. */
    public Dossier after(DossierEvent event) {
        Change next = new Change(this, event.at());
        return switch (event) {
            case DossierEvent.Announced _, DossierEvent.Filed _ ->
                throw new IllegalArgumentException("A dossier is filed once");
            case DossierEvent.Routed routed ->
                next.routed(routing.settledOn(routed.competentAgency(), routed.competentUnit()));
            case DossierEvent.Accepted(Instant at, ClockStart start, var _) ->
                next.reached(DossierStatus.ACCEPTED, milestones.accepted(at), Optional.of(start), handedOverTo);
            case DossierEvent.Received(Instant at, Optional<Promise> promise) ->
                next.received(
                        milestones.received(at),
                        promise.<ClockStart>map(promised -> promised).or(this::clock));
            case DossierEvent.DeadlineRecomputed recomputed ->
                next.received(milestones, Optional.of(recomputed.promise()));
            case DossierEvent.AnswerRecomputed recomputed ->
                next.received(milestones.answerDue(recomputed.dueAt()), clock);
            case DossierEvent.Refused(Instant at) ->
                next.reached(DossierStatus.REFUSED, milestones.refused(at), clock, handedOverTo);
            case DossierEvent.HandedOver(Instant _, int toAgency) ->
                next.reached(DossierStatus.IN_PROCESS, milestones, clock, Optional.of(toAgency));
            case DossierEvent.Completed ended ->
                next.reached(DossierStatus.FINISHED, milestones.finished(ended.at()), clock, handedOverTo);
            case DossierEvent.Returned(Instant at) ->
                next.reached(DossierStatus.RETURNED, milestones.returned(at), clock, handedOverTo);
            case DossierEvent.RepresentationEnded _, DossierEvent.DeadlineWarned _ -> next.noted();
        };
    }

    /** The dossier with the official code, given or to come. */
    public Dossier withCode(String given) {
        return new Dossier(
                id,
                version,
                status,
                tracking,
                Optional.of(given),
                routing,
                matter,
                milestones,
                clock,
                handedOverTo,
                lastEventAt);
    }

    /** What one more event leaves as it was. */
    private record Change(Dossier before, Instant at) {

        Dossier routed(Routing routing) {
            return next(before.status, routing, before.milestones, before.clock, before.handedOverTo);
        }

        Dossier received(Milestones moments, Optional<ClockStart> clock) {
            return next(before.status, before.routing, moments, clock, before.handedOverTo);
        }

        Dossier noted() {
            return next(before.status, before.routing, before.milestones, before.clock, before.handedOverTo);
        }

        Dossier reached(
                DossierStatus status, Milestones moments, Optional<ClockStart> clock, Optional<Integer> processedBy) {
            return next(Optional.of(status), before.routing, moments, clock, processedBy);
        }

        private Dossier next(
                Optional<DossierStatus> status,
                Routing routing,
                Milestones moments,
                Optional<ClockStart> clock,
                Optional<Integer> processedBy) {
            return new Dossier(
                    before.id,
                    before.version + 1,
                    status,
                    before.tracking,
                    before.code,
                    routing,
                    before.matter,
                    moments,
                    clock,
                    processedBy,
                    at);
        }
    }
}
