package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.procedure.Channel;

/**
 * A dossier as lists show it.
 *
 * @param place where it stands in the list
 * @param status empty while announced files are missing
 * @param applicant the name; empty once erased
 * @param role what the person of the own list is in it; empty in other lists
 * @param waitsFor what starts the clock; empty when it waits for nothing
 * @param isSettled false as long as nobody knows who decides
 * @param isOverdue true when it has not ended and its moment was past when the list was begun
 */
public record DossierSummary(
        UUID id,
        Place place,
        TrackingCode tracking,
        Optional<String> code,
        Optional<DossierStatus> status,
        int procedureVersion,
        Channel channel,
        int receivingAgency,
        int competentAgency,
        Optional<String> applicant,
        Optional<PartyRole> role,
        Optional<Instant> filedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> intakeDueAt,
        Optional<Instant> dueAt,
        Optional<Promise.Missing> dueMissing,
        Optional<ClockWait.For> waitsFor,
        boolean isSettled,
        boolean isOverdue) {

    /** Never the applicant: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "DossierSummary[" + id + "]";
    }
}
