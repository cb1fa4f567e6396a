package vn.motcua.dossier;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.deadline.CaseClock;
import vn.motcua.deadline.CaseClocks;
import vn.motcua.deadline.CaseHistory;
import vn.motcua.deadline.ClockKind;
import vn.motcua.deadline.ClockTerms;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Extension;
import vn.motcua.deadline.Interruption;
import vn.motcua.deadline.Reckoning;
import vn.motcua.deadline.Step;

/**
 * Why a dossier is due when it is. The due moment is the one that was given; the steps are those that lead to it, and none
 * where they would lead to another.
 *
 * @param promise what was given; empty before the clock starts
 * @param version of the procedure; empty where nobody knows it
 * @param countedFrom empty with the steps
 * @param isExplained false when the history does not lead to the due moment, which operators must know
 */
public record DeadlineStory(
        Optional<Promise> promise,
        Optional<DecidingVersion> version,
        Optional<Instant> countedFrom,
        List<Step> steps,
        List<Interruption> pauses,
        List<Interruption> restarts,
        Optional<Extension> extension,
        List<CaseClock> clocks,
        boolean isExplained) {

    public DeadlineStory {
        steps = List.copyOf(steps);
        pauses = List.copyOf(pauses);
        restarts = List.copyOf(restarts);
        clocks = List.copyOf(clocks);
    }

    /**
     * The story as it stands at a moment.
     *
     * @param facts what happened, as the log tells
     * @param reference with the version of the calendar that the due moment names
     */
    public static DeadlineStory of(Dossier dossier, CaseHistory facts, Reference reference, Instant at) {
        Routing routing = dossier.routing();
        CaseHistory history = facts.during(
                reference.clock(routing.receivingAgency()).outages(),
                reference.clock(routing.competentAgency()).outages());
        Optional<Instant> due = dossier.promise().flatMap(Promise::dueAt);
        ClockTerms terms = terms(dossier, reference, history, due);
        Optional<Reckoning> reckoning = reckoning(history, terms);
        Optional<Deadline> reckoned =
                reckoning.flatMap(Reckoning::deadline).filter(one -> due.equals(Optional.of(one.dueAt())));
        boolean isExplained = due.isEmpty() || reckoned.isPresent();
        return new DeadlineStory(
                dossier.promise(),
                DecidingVersion.of(dossier, reference),
                reckoned.map(Deadline::countedFrom),
                reckoned.isPresent() ? reckoning.map(Reckoning::steps).orElse(List.of()) : List.of(),
                reckoning.map(Reckoning::pauses).orElse(List.of()),
                reckoning.map(Reckoning::restarts).orElse(List.of()),
                reckoning.flatMap(Reckoning::extension),
                clocks(CaseClocks.of(history, terms, given(dossier, isExplained), at)),
                isExplained);
    }

    /** Nobody can ask for a supplement so far, nor say that a stage is done: until when is not shown, nor what was missed. */
    private static List<CaseClock> clocks(List<CaseClock> all) {
        return all.stream()
                .filter(clock -> clock.kind() != ClockKind.SUPPLEMENT_NOTICE)
                .filter(clock -> clock.kind() != ClockKind.STAGE || clock.state() != CaseClock.State.MISSED)
                .toList();
    }

    private static Optional<Reckoning> reckoning(CaseHistory history, ClockTerms terms) {
        return history.startedAt()
                .flatMap(started -> terms.processing()
                        .map(term ->
                                Reckoning.of(history.ofProcessing(started), term, terms.policy(), terms.competent())));
    }

    /** The newest that lead to the due moment: a term that was confirmed once more moves nothing that had ended before. */
    private static ClockTerms terms(Dossier dossier, Reference reference, CaseHistory history, Optional<Instant> due) {
        ClockTerms newest = terms(dossier, reference);
        return due.flatMap(given -> Stream.concat(Stream.of(newest), Promises.formerTerms(dossier, reference))
                        .filter(terms -> reckoning(history, terms)
                                .flatMap(Reckoning::deadline)
                                .filter(one -> one.dueAt().equals(given))
                                .isPresent())
                        .findFirst())
                .orElse(newest);
    }

    /** A term that was confirmed later makes no due moment by itself. */
    private static ClockTerms terms(Dossier dossier, Reference reference) {
        ClockTerms terms = Promises.terms(dossier, reference);
        boolean isUnconfirmed = dossier.promise()
                .flatMap(Promise::missing)
                .filter(Promise.Missing.TERM_UNCONFIRMED::equals)
                .isPresent();
        return isUnconfirmed
                ? new ClockTerms(Optional.empty(), terms.policy(), terms.receiving(), terms.competent())
                : terms;
    }

    private static Map<ClockKind, Instant> given(Dossier dossier, boolean isExplained) {
        Map<ClockKind, Instant> given = new EnumMap<>(ClockKind.class);
        dossier.milestones().intakeDueAt().ifPresent(due -> given.put(ClockKind.INTAKE_ANSWER, due));
        if (!isExplained) {
            dossier.promise().flatMap(Promise::dueAt).ifPresent(due -> given.put(ClockKind.PROCESSING, due));
        }
        return given;
    }

    /** The due moment with what it was computed with; empty where there is none, or no way to it. */
    public Optional<Deadline> deadline() {
        return promise.flatMap(given -> given.dueAt()
                .flatMap(due -> countedFrom.map(from -> new Deadline(
                        due, from, given.calendarVersion(), given.ruleVersion(), given.dependsOnForecast()))));
    }
}
