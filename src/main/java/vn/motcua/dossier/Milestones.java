package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * When a dossier reached what.
 *
 * @param receivedAt when the competent agency had it, where another agency took it in
 */
public record Milestones(
        Optional<Instant> filedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> intakeDueAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> receivedAt,
        Optional<Instant> refusedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> returnedAt) {

    /** Filed, with the moment until which the desk must answer, where the calendar reaches so far. */
    public static Milestones filed(Instant at, Optional<Instant> intakeDueAt) {
        return new Milestones(
                Optional.of(at),
                Optional.empty(),
                intakeDueAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Announced: not filed before every announced file has come, discarded after {@code expiresAt}. */
    public static Milestones announced(Instant expiresAt) {
        return new Milestones(
                Optional.empty(),
                Optional.of(expiresAt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Milestones answerDue(Instant at) {
        return new Milestones(
                filedAt, expiresAt, Optional.of(at), acceptedAt, receivedAt, refusedAt, finishedAt, returnedAt);
    }

    Milestones accepted(Instant at) {
        return new Milestones(
                filedAt, expiresAt, intakeDueAt, Optional.of(at), receivedAt, refusedAt, finishedAt, returnedAt);
    }

    Milestones received(Instant at) {
        return new Milestones(
                filedAt, expiresAt, intakeDueAt, acceptedAt, Optional.of(at), refusedAt, finishedAt, returnedAt);
    }

    Milestones refused(Instant at) {
        return new Milestones(
                filedAt, expiresAt, intakeDueAt, acceptedAt, receivedAt, Optional.of(at), finishedAt, returnedAt);
    }

    Milestones finished(Instant at) {
        return new Milestones(
                filedAt, expiresAt, intakeDueAt, acceptedAt, receivedAt, refusedAt, Optional.of(at), returnedAt);
    }

    Milestones returned(Instant at) {
        return new Milestones(
                filedAt, expiresAt, intakeDueAt, acceptedAt, receivedAt, refusedAt, finishedAt, Optional.of(at));
    }
}
