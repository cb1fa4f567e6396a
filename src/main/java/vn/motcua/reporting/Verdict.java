package vn.motcua.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.reporting.Span.Arrival;
import vn.motcua.reporting.Span.Standing;

/** What one dossier counts as in one cell, by the rules of the recount. */
public final class Verdict {

    private final Course course;
    private final Recount.Subject subject;
    private final Arrival arrival;
    private final Standing standing;

    private Verdict(Course course, Recount.Subject subject, Arrival arrival, Standing standing) {
        this.course = course;
        this.subject = subject;
        this.arrival = arrival;
        this.standing = standing;
    }

    /**
     * Judges a dossier by its events.
     *
     * @param span which of the question's spans, from 0; empty for all together
     * @param facts of the dossier, from the first on
     * @return empty when it is not in the question's rows, or neither received nor carried over
     */
    public static Optional<Verdict> of(
            Recount.Question<?> question, Optional<Integer> span, Definition definition, List<Fact> facts) {
        Course course = new Course();
        facts.stream().takeWhile(question::knows).forEach(course::add);
        Span judged = span.map(question.spans()::get).orElseGet(question::whole);
        Arrival arrival = judged.received(course);
        if (arrival == Arrival.ABSENT) {
            return Optional.empty();
        }
        Recount.Subject subject = question.subject(course);
        return question.rows().apply(subject).isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        course,
                        subject,
                        arrival,
                        judged.standing(course, definition.precision(), definition.against())));
    }

    /** The class that it is in, of those that make up what was received and carried over. */
    public RowClass rowClass() {
        return switch (standing) {
            case EARLY -> RowClass.EARLY;
            case ON_TIME -> RowClass.ON_TIME;
            case OVERDUE -> RowClass.OVERDUE;
            case WITHDRAWN, WITHDRAWN_OVERDUE -> RowClass.WITHDRAWN;
            case STOPPED, STOPPED_OVERDUE -> RowClass.STOPPED;
            case RESOLVED_WITHOUT_DUE -> RowClass.RESOLVED_WITHOUT_DUE;
            case PENDING_IN_TIME -> RowClass.PENDING_IN_TIME;
            case PENDING_OVERDUE -> RowClass.PENDING_OVERDUE;
            case PENDING_NOT_STARTED -> RowClass.PENDING_PAUSED;
            case PENDING_WITHOUT_DUE -> RowClass.PENDING_WITHOUT_DUE;
        };
    }

    /** True when the count holds it. */
    public boolean is(RowClass count) {
        return switch (count) {
            case RECEIVED -> arrival == Arrival.NEW;
            case CARRIED_OVER -> arrival == Arrival.CARRIED_OVER;
            case STOPPED_OVERDUE -> standing == Standing.STOPPED_OVERDUE;
            case WITHDRAWN_OVERDUE -> standing == Standing.WITHDRAWN_OVERDUE;
            case PENDING_NOT_STARTED -> standing == Standing.PENDING_NOT_STARTED;
            default -> rowClass() == count;
        };
    }

    /** With whom it counts. */
    public Recount.Subject subject() {
        return subject;
    }

    public Instant acceptedAt() {
        return course.acceptedAt().orElseThrow();
    }

    public Optional<Instant> dueAt() {
        return course.dueAt();
    }

    public Optional<Instant> firstPromisedAt() {
        return course.firstPromisedAt();
    }

    /** When it was no longer open, as far as it was known. */
    public Optional<Instant> finishedAt() {
        return course.endedAt();
    }
}
