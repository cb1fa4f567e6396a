package vn.motcua.dev.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Step;
import vn.motcua.procedure.Channel;

/** When who does what next with a dossier. Knows what was promised, as whoever works on it does. */
final class Course {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Office office;

    Course(Office office) {
        this.office = office;
    }

    /**
     * How far a dossier is.
     *
     * @param last the step that was taken last; null after filing
     * @param at when
     * @param dueAt empty before acceptance, and where nothing is due
     */
    record Progress(@Nullable Step last, Instant at, Optional<Instant> dueAt) {}

    record Move(Step step, Instant at) {}

    /** Empty when nothing more happens. */
    Optional<Move> next(Draft draft, Progress now) {
        Step last = now.last();
        if (last == null) {
            return Optional.of(intake(draft, now.at()));
        }
        return switch (last) {
            case ACCEPTANCE -> Optional.of(new Move(Step.HAND_OVER, soon(now.at(), 1, 29, draft)));
            case HAND_OVER -> draft.isElsewhere() ? Optional.of(reception(draft, now.at())) : completion(draft, now);
            case RECEPTION -> completion(draft, now);
            case COMPLETION -> returned(draft, now.at());
            case REFUSAL, ROUTING, RETURN, REPRESENTATION_END -> Optional.empty();
        };
    }

    private Move intake(Draft draft, Instant filedAt) {
        Instant at = draft.channel() == Channel.ONLINE
                ? office.from(later(filedAt, draft.fate().lateIntake() ? DAY.multipliedBy(2) : HOUR, draft))
                : soon(filedAt, 2, 8, draft);
        return new Move(draft.fate().refused() ? Step.REFUSAL : Step.ACCEPTANCE, at);
    }

    private Move reception(Draft draft, Instant handedOverAt) {
        return new Move(Step.RECEPTION, office.from(later(handedOverAt, DAY, draft)));
    }

    private Optional<Move> completion(Draft draft, Progress now) {
        if (draft.fate().forgotten()) {
            return Optional.empty();
        }
        Instant soonest = now.at().plus(MINUTE);
        Instant at;
        if (draft.fate().whileWaiting()) {
            at = soon(now.at(), 5, 35, draft);
        } else if (now.dueAt().isEmpty()) {
            at = office.from(
                    now.at().plus(scaled(DAY.multipliedBy(6), draft.fate().fraction())));
        } else if (draft.fate().late() || now.dueAt().get().isBefore(soonest)) {
            Instant missed = now.dueAt().get().isAfter(soonest) ? now.dueAt().get() : soonest;
            at = office.from(
                    missed.plus(scaled(DAY.multipliedBy(9), draft.fate().fraction()))
                            .plus(HOUR));
        } else {
            Duration time = Duration.between(now.at(), now.dueAt().get());
            at = office.until(
                    now.at().plus(scaled(time, 0.2 + 0.78 * draft.fate().fraction())), soonest);
        }
        return Optional.of(new Move(Step.COMPLETION, whole(at)));
    }

    private Optional<Move> returned(Draft draft, Instant completedAt) {
        if (draft.fate().whileWaiting()) {
            return Optional.of(new Move(Step.RETURN, soon(completedAt, 1, 4, draft)));
        }
        return draft.fate().fetched() && draft.fate().withResult()
                ? Optional.of(new Move(Step.RETURN, office.from(later(completedAt, DAY.multipliedBy(2), draft))))
                : Optional.empty();
    }

    /** Minutes later, even where that is past closing: the person stands there. */
    private static Instant soon(Instant at, int least, int more, Draft draft) {
        return whole(at.plus(MINUTE.multipliedBy(least))
                .plus(scaled(MINUTE.multipliedBy(more), draft.fate().pace())));
    }

    /** Between half the usual time and one and a half times. */
    private static Instant later(Instant at, Duration usual, Draft draft) {
        return whole(at.plus(scaled(usual, 0.5 + draft.fate().pace())));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofSeconds((long) (duration.toSeconds() * factor));
    }

    private static Instant whole(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }
}
