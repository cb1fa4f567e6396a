package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;

/**
 * Whether the due moments that the log tells of a dossier are what its events and the versions they name give, and
 * whether the dossier stands as its log says.
 */
public final class DueCheck {

    private final Dossier dossier;
    private final Reference today;
    private final Map<Integer, WorkingCalendar> calendars;
    private final List<Difference> differences = new ArrayList<>();

    private DueCheck(Dossier dossier, Reference today, Map<Integer, WorkingCalendar> calendars) {
        this.dossier = dossier;
        this.today = today;
        this.calendars = calendars;
    }

    /**
     * A due moment as an event tells it.
     *
     * @param dueAt empty when there was none
     */
    public record Told(int sequence, Instant at, Routing routing, int calendarVersion, Optional<Instant> dueAt) {}

    /** What differs: what an event of the dossier tells, or at 0 the dossier itself, and what it should be. */
    public record Difference(int sequence, String told, String computed) {}

    /**
     * Every difference; none may be.
     *
     * @param told in their order, at least one
     * @param calendars every version that is named
     */
    public static List<Difference> of(
            Dossier dossier, List<Told> told, Reference today, Map<Integer, WorkingCalendar> calendars) {
        DueCheck check = new DueCheck(dossier, today, calendars);
        Instant startedAt = told.getFirst().at();
        Optional<Told> stands = dossier.runningClock(today).map(_ -> told.getLast());
        told.forEach(one -> check.check(one, startedAt, stands.equals(Optional.of(one))));
        check.compare(told);
        return List.copyOf(check.differences);
    }

    /**
     * A term that nobody had confirmed then may be confirmed now: what had none is not compared. What was told before a term was
     * confirmed once more follows from one before it; what a running dossier is told now follows from the newest.
     */
    private void check(Told told, Instant startedAt, boolean stands) {
        if (told.dueAt().isEmpty()) {
            return;
        }
        WorkingCalendar calendar = calendars.get(told.calendarVersion());
        if (calendar == null) {
            add(told.sequence(), told.dueAt(), "no calendar " + told.calendarVersion());
            return;
        }
        Instant acceptedAt = dossier.milestones().acceptedAt().orElseThrow();
        RunningClock clock = new RunningClock(
                dossier.id(),
                dossier.version(),
                told.routing(),
                dossier.matter(),
                acceptedAt,
                startedAt,
                told.at(),
                Promise.none(Promise.Missing.CALENDAR_ENDS, told.calendarVersion(), ""));
        Reference then = new Reference(today.territory(), today.procedures(), calendar);
        Promise computed = Promises.again(clock, then);
        Stream<Promise> former = stands ? Stream.empty() : Promises.formerly(clock, then);
        if (Stream.concat(Stream.of(computed), former)
                .noneMatch(one -> one.dueAt().equals(told.dueAt()))) {
            add(told.sequence(), told.dueAt(), text(computed.dueAt()));
        }
    }

    private void compare(List<Told> told) {
        Optional<Instant> first =
                told.stream().flatMap(one -> one.dueAt().stream()).findFirst();
        Optional<Instant> stands = dossier.promise().flatMap(Promise::dueAt);
        if (!stands.equals(told.getLast().dueAt())) {
            add(0, stands, text(told.getLast().dueAt()));
        }
        Optional<Instant> promised = dossier.promise().flatMap(Promise::firstPromisedAt);
        if (!promised.equals(first)) {
            add(0, promised, text(first));
        }
    }

    private void add(int sequence, Optional<Instant> told, String computed) {
        differences.add(new Difference(sequence, text(told), computed));
    }

    static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("none");
    }
}
