package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Deadline;
import vn.motcua.dossier.DueCheck.Difference;

/**
 * Whether what the log tells of by when the desk must answer is what the versions it names give, each following on the one
 * before, and whether the dossier stands as its log says. Filing names no version: what it gave is compared with the newest as
 * long as it stands and the desk has not answered.
 */
public final class AnswerCheck {

    private final Dossier dossier;
    private final Reference today;
    private final Map<Integer, WorkingCalendar> calendars;
    private final List<Difference> differences = new ArrayList<>();

    private AnswerCheck(Dossier dossier, Reference today, Map<Integer, WorkingCalendar> calendars) {
        this.dossier = dossier;
        this.today = today;
        this.calendars = calendars;
    }

    /**
     * By when the desk must answer, as an event tells it.
     *
     * @param calendarVersion empty at filing
     * @param before what stood until then; empty at filing, and where there was none
     * @param dueAt empty when there was none
     */
    public record Told(
            int sequence,
            int receivingAgency,
            Optional<Integer> calendarVersion,
            Optional<Instant> before,
            Optional<Instant> dueAt) {}

    /**
     * Every difference; none may be.
     *
     * @param told in their order, from filing on
     * @param calendars every version that is named
     */
    public static List<Difference> of(
            Dossier dossier, List<Told> told, Reference today, Map<Integer, WorkingCalendar> calendars) {
        AnswerCheck check = new AnswerCheck(dossier, today, calendars);
        Optional<Instant> stands = told.getFirst().dueAt();
        for (Told moved : told.subList(1, told.size())) {
            check.compare(moved.sequence(), moved.before(), stands);
            check.compute(moved);
            stands = moved.dueAt();
        }
        check.compare(0, dossier.milestones().intakeDueAt(), stands);
        if (told.size() == 1) {
            check.newest(told.getFirst());
        }
        return List.copyOf(check.differences);
    }

    private void compute(Told told) {
        Optional<WorkingCalendar> calendar = told.calendarVersion().map(calendars::get);
        if (calendar.isEmpty()) {
            add(told.sequence(), told.dueAt(), "no calendar");
            return;
        }
        Instant filedAt = dossier.milestones().filedAt().orElseThrow();
        Reference then = new Reference(today.territory(), today.procedures(), calendar.get());
        compare(
                told.sequence(),
                told.dueAt(),
                AnswerClock.again(filedAt, told.receivingAgency(), then).map(Deadline::dueAt));
    }

    private void newest(Told filed) {
        dossier.answerClock()
                .flatMap(clock -> clock.moved(today))
                .ifPresent(deadline ->
                        add(filed.sequence(), filed.dueAt(), deadline.dueAt().toString()));
    }

    private void compare(int sequence, Optional<Instant> told, Optional<Instant> computed) {
        if (!told.equals(computed)) {
            add(sequence, told, DueCheck.text(computed));
        }
    }

    private void add(int sequence, Optional<Instant> told, String computed) {
        differences.add(new Difference(sequence, DueCheck.text(told), computed));
    }
}
