package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a dossier. Events are facts: past tense, immutable, never deleted. */
public sealed interface DossierEvent {

    Instant at();

    /** Filed but for the files that are still to come; in no list, no figure, no clock. */
    record Announced(Instant at, Matter matter, Instant expiresAt, List<AnnouncedFile> files) implements DossierEvent {
        public Announced {
            files = List.copyOf(files);
        }
    }

    /** The system has it (status 1). */
    record Filed(Instant at, Matter matter, Optional<Instant> intakeDueAt) implements DossierEvent {}

    /** The one-stop desk found it complete (status 2); the clock starts. */
    record Accepted(Instant at, Promise promise) implements DossierEvent {}

    /** The one-stop desk refused it before acceptance (status 3). */
    record Refused(Instant at) implements DossierEvent {}

    /** It went to the agency that processes it (status 4). */
    record HandedOver(Instant at, int toAgency) implements DossierEvent {}

    /** Processing ended (status 9). Lateness is judged at this moment, by day and by moment. */
    record Completed(Instant at, Timeliness timeliness, boolean withResult) implements DossierEvent {}

    /** The applicant has the result (status 10). */
    record Returned(Instant at) implements DossierEvent {}

    /** A file that was announced with its size in bytes and its SHA-256 in hexadecimal. */
    record AnnouncedFile(long size, String sha256) {}
}
