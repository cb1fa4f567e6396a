package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One filing of one procedure (hồ sơ TTHC), as it stands after its last event.
 *
 * @param version how many events it has; every change names the version it was decided on
 * @param status empty while announced files are missing
 * @param code the official code; empty before acceptance
 * @param promise empty before acceptance
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
        Optional<Promise> promise,
        Optional<Integer> handedOverTo,
        Instant lastEventAt) {

    /** The dossier after one more event. */
    public Dossier after(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Announced _, DossierEvent.Filed _ ->
                throw new IllegalArgumentException("A dossier is filed once");
            case DossierEvent.Accepted(Instant at, Promise promised) ->
                next(DossierStatus.ACCEPTED, milestones.accepted(at), Optional.of(promised), handedOverTo, at);
            case DossierEvent.Refused(Instant at) ->
                next(DossierStatus.REFUSED, milestones.refused(at), promise, handedOverTo, at);
            case DossierEvent.HandedOver(Instant at, int toAgency) ->
                next(DossierStatus.IN_PROCESS, milestones, promise, Optional.of(toAgency), at);
            case DossierEvent.Completed ended ->
                next(DossierStatus.FINISHED, milestones.finished(ended.at()), promise, handedOverTo, ended.at());
            case DossierEvent.Returned(Instant at) ->
                next(DossierStatus.RETURNED, milestones.returned(at), promise, handedOverTo, at);
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
                promise,
                handedOverTo,
                lastEventAt);
    }

    private Dossier next(
            DossierStatus reached,
            Milestones moments,
            Optional<Promise> promised,
            Optional<Integer> processedBy,
            Instant at) {
        return new Dossier(
                id,
                version + 1,
                Optional.of(reached),
                tracking,
                code,
                routing,
                matter,
                moments,
                promised,
                processedBy,
                at);
    }
}
