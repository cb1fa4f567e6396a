package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.AnswerCheck;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DueCheck;
import vn.motcua.dossier.DueCheck.Difference;
import vn.motcua.dossier.Reference;

/**
 * The due moments that the log of a dossier tells, of both clocks whose due moment is stored.
 *
 * @param answers from filing on
 * @param promises from the start of the clock of processing on
 */
record ToldMoments(List<AnswerCheck.Told> answers, List<DueCheck.Told> promises) {

    static final ToldMoments NONE = new ToldMoments(List.of(), List.of());

    private static final String CALENDAR = "calendarVersion";

    /** @param events of one dossier, in their order */
    static ToldMoments of(List<LoggedEvent> events) {
        return new ToldMoments(
                events.stream()
                        .filter(event -> event.type().equals("FILED") || EventPayload.isOfAnswer(event.payload()))
                        .map(ToldMoments::answer)
                        .toList(),
                events.stream()
                        .filter(event -> !event.type().equals("FILED")
                                && event.payload().containsKey(CALENDAR)
                                && !EventPayload.isOfAnswer(event.payload()))
                        .map(ToldMoments::promise)
                        .toList());
    }

    /** The versions of the calendar. */
    Set<Integer> named() {
        return Stream.concat(
                        answers.stream().flatMap(told -> told.calendarVersion().stream()),
                        promises.stream().map(DueCheck.Told::calendarVersion))
                .collect(Collectors.toSet());
    }

    List<Difference> differences(Dossier dossier, Reference known, Map<Integer, WorkingCalendar> versions) {
        return Stream.concat(
                        answers.isEmpty() ? Stream.empty() : AnswerCheck.of(dossier, answers, known, versions).stream(),
                        promises.isEmpty() ? Stream.empty() : DueCheck.of(dossier, promises, known, versions).stream())
                .toList();
    }

    private static AnswerCheck.Told answer(LoggedEvent event) {
        return new AnswerCheck.Told(
                event.sequence(),
                event.routing().receivingAgency(),
                new Members(event.payload()).optionalNumber(CALENDAR),
                moment(event, "dueBefore"),
                moment(event, event.type().equals("FILED") ? "intakeDueAt" : "dueAt"));
    }

    private static DueCheck.Told promise(LoggedEvent event) {
        return new DueCheck.Told(
                event.sequence(),
                event.occurredAt(),
                event.routing(),
                new Members(event.payload()).number(CALENDAR),
                moment(event, "dueAt"));
    }

    private static Optional<Instant> moment(LoggedEvent event, String name) {
        return event.payload().containsKey(name)
                ? Optional.of(new Members(event.payload()).moment(name))
                : Optional.empty();
    }
}
