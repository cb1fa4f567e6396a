package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.DeadlineWarning;

/** Everything that can happen to a dossier. Events are facts: past tense, immutable, never deleted. */
public sealed interface DossierEvent {

    Instant at();

    /**
     * Filed but for the files that are still to come; in no list, no figure, no clock.
     *
     * @param forAnother by what kind of right, when somebody else than the applicant handed it in
     */
    record Announced(
            Instant at,
            Matter matter,
            Instant expiresAt,
            List<AnnouncedFile> files,
            Optional<Authority.Kind> forAnother)
            implements DossierEvent {

        public Announced {
            files = List.copyOf(files);
        }

        /** By the applicant. */
        public Announced(Instant at, Matter matter, Instant expiresAt, List<AnnouncedFile> files) {
            this(at, matter, expiresAt, files, Optional.empty());
        }
    }

    /**
     * The system has it (status 1).
     *
     * @param forAnother by what kind of right, when somebody else than the applicant handed it in
     */
    record Filed(Instant at, Matter matter, Optional<Instant> intakeDueAt, Optional<Authority.Kind> forAnother)
            implements DossierEvent {

        /** By the applicant. */
        public Filed(Instant at, Matter matter, Optional<Instant> intakeDueAt) {
            this(at, matter, intakeDueAt, Optional.empty());
        }
    }

    /**
     * Somebody found out who decides it; it stays in its status.
     *
     * @param intakeRule by which the receiving agency took it in for the competent one; empty when they are the same
     * @param before who stood for the one that decides
     */
    record Routed(Instant at, int competentAgency, int competentUnit, Optional<BoundaryRule> intakeRule, Holder before)
            implements DossierEvent {}

    /**
     * The one-stop desk found it complete (status 2); the clock starts, or it is known what it waits for.
     *
     * @param decidingVersion of the procedure, where that of this day is not the one that was filed under
     */
    record Accepted(Instant at, ClockStart clock, Optional<Integer> decidingVersion) implements DossierEvent {

        /** On a day on which the version of filing is in force. */
        public Accepted(Instant at, ClockStart clock) {
            this(at, clock, Optional.empty());
        }
    }

    /** The one-stop desk refused it before acceptance (status 3). */
    record Refused(Instant at) implements DossierEvent {}

    /** It went to the agency that processes it (status 4). */
    record HandedOver(Instant at, int toAgency) implements DossierEvent {}

    /**
     * The competent agency has what another agency took in; it stays in its status.
     *
     * @param promise made when this starts the clock; empty when the clock runs already or waits for something else
     */
    record Received(Instant at, Optional<Promise> promise) implements DossierEvent {}

    /**
     * The due moment was computed again, and is another one or the first; it stays in its status.
     *
     * @param startedAt when what started the clock happened
     */
    record DeadlineRecomputed(Instant at, Instant startedAt, Promise before, Promise promise, Recomputed.Why why)
            implements DossierEvent {}

    /**
     * By when the desk must answer was computed again, and is another moment or the first; it stays in its status.
     *
     * @param filedAt when the clock of the desk started
     */
    record AnswerRecomputed(
            Instant at,
            Instant filedAt,
            Optional<Instant> before,
            Instant dueAt,
            int calendarVersion,
            boolean dependsOnForecast)
            implements DossierEvent {}

    /** Processing ended (status 9). Lateness is judged at this moment, by day and by moment. */
    record Completed(Instant at, Timeliness timeliness, boolean withResult) implements DossierEvent {}

    /** The applicant has the result (status 10). */
    record Returned(Instant at) implements DossierEvent {}

    /**
     * Whoever handed it in for the applicant represents them no longer; it stays in its status.
     *
     * @param lastDay in Viet Nam, on which the representative still reads it
     */
    record RepresentationEnded(Instant at, LocalDate lastDay) implements DossierEvent {}

    /**
     * A clock of it runs out; it stays in its status.
     *
     * @param warning which clock, and why now
     */
    record DeadlineWarned(Instant at, DeadlineWarning warning) implements DossierEvent {}

    /** A file that was announced with its size in bytes and its SHA-256 in hexadecimal. */
    record AnnouncedFile(long size, String sha256) {}
}
