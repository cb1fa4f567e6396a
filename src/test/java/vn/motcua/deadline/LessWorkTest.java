package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Timetable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.Term;

/**
 * A day off, half a day off or a closure more never makes anything due earlier. Give {@code -Dseed=...} to repeat a run,
 * {@code -Dcases=...} for a longer one.
 */
class LessWorkTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TRIES = Integer.getInteger("cases", 1_000);

    private final Random random = new Random(SEED);
    private final List<RandomCalendar> calendars =
            Stream.generate(() -> RandomCalendar.of(random)).limit(3).toList();
    private final List<RandomCalendar> evenCalendars =
            calendars.stream().map(RandomCalendar::even).toList();

    @BeforeAll
    static void printTheSeed() {
        System.out.println("LessWorkTest -Dseed=" + SEED);
    }

    /** Work that falls away, from a moment to a moment. */
    private record Loss(LocalDateTime from, LocalDateTime to, WorkingTime time) {

        boolean meets(Interruption pause) {
            return WorkingCalendar.instant(from).isBefore(pause.to().orElse(Instant.MAX))
                    && WorkingCalendar.instant(to).isAfter(pause.from());
        }
    }

    @Test
    void whereNothingStoodInItsWayOnWhateverCalendar() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase any = RandomCase.of(random, calendars);
            var history = new ClockHistory(any.history().startedAt(), List.of(), Optional.empty());
            RandomCase one = new RandomCase(any.calendar(), history, any.term(), any.policy());
            isNeverEarlier(one, random.nextBoolean() ? lessOfADay(one) : wholeDay(one));
        }
    }

    @Test
    void wholeDaysWhateverStoodInItsWayWhereDaysAreEquallyLong() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = paused(RandomCase.of(random, evenCalendars));
            isNeverEarlier(one, wholeDay(one));
        }
    }

    /** Inside a pause a closure leaves less time to give back: {@link #whatIsClosedInsideAPauseIsNotGivenBack}. */
    @Test
    void partsOfDaysOutsideOfEveryPauseWhereDaysAreEquallyLong() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = paused(RandomCase.of(random, evenCalendars));
            Loss loss = lessOfADay(one);
            if (one.history().interruptions().stream().noneMatch(loss::meets)) {
                isNeverEarlier(one, loss);
            }
        }
    }

    @Test
    void whatIsClosedInsideAPauseIsNotGivenBack() {
        var pause = new Interruption(
                Interruption.Ground.OUTAGE,
                DeadlineFixtures.at("2026-06-02T08:00"),
                Optional.of(DeadlineFixtures.at("2026-06-02T17:00")));
        var history = new ClockHistory(DeadlineFixtures.at("2026-06-01T09:00"), List.of(pause), Optional.empty());
        assertThat(due(history, VectorCalendar.time("", "S8"))).isEqualTo("2026-06-05T17:00:00+07:00");
        assertThat(due(history, VectorCalendar.time("closed:2026-06-02T12:00/2026-06-02T23:00", "S8")))
                .isEqualTo("2026-06-05T12:00:00+07:00");
    }

    @Test
    void anOutageInWhichNothingIsWorkedAnyMoreGivesNoDayBack() {
        var outage = new Interruption(
                Interruption.Ground.OUTAGE,
                DeadlineFixtures.at("2026-06-03T10:00"),
                Optional.of(DeadlineFixtures.at("2026-06-03T10:10")));
        var history = new ClockHistory(DeadlineFixtures.at("2026-06-01T09:00"), List.of(outage), Optional.empty());
        var term = new Term.CalendarDays(10);
        assertThat(due(history, term, VectorCalendar.time("", "S8"))).isEqualTo("2026-06-12T17:00:00+07:00");
        assertThat(due(history, term, VectorCalendar.time("off:2026-06-03", "S8")))
                .isEqualTo("2026-06-11T17:00:00+07:00");
    }

    private static String due(ClockHistory history, WorkingTime time) {
        return due(history, new Term.WorkingDays(3), time);
    }

    private static String due(ClockHistory history, Term term, WorkingTime time) {
        return Vector.text(Reckoning.of(history, term, ClockPolicy.GENERAL, time)
                .deadline()
                .orElseThrow()
                .dueAt());
    }

    private static void isNeverEarlier(RandomCase one, Loss loss) {
        Optional<Deadline> before = one.reckoned().deadline();
        Optional<Deadline> after = Reckoning.of(one.history(), one.term(), one.policy(), loss.time())
                .deadline();
        if (before.isPresent() && after.isPresent()) {
            assertThat(after.get().dueAt())
                    .as("%s to %s less: %s", loss.from(), loss.to(), one)
                    .isAfterOrEqualTo(before.get().dueAt());
        }
    }

    private Loss wholeDay(RandomCase one) {
        LocalDate day = day(one);
        return random.nextBoolean()
                ? closed(
                        one.calendar().time(),
                        day.atStartOfDay(),
                        day.plusDays(1).atStartOfDay())
                : off(one.calendar().time(), day, SpecialDay.Part.WHOLE);
    }

    private Loss lessOfADay(RandomCase one) {
        LocalDate day = day(one);
        WorkingTime time = one.calendar().time();
        boolean isPlain = day.getDayOfWeek().getValue() < 6
                && time.calendar().special(day).isEmpty();
        if (isPlain && random.nextBoolean()) {
            return off(time, day, random.nextBoolean() ? SpecialDay.Part.MORNING : SpecialDay.Part.AFTERNOON);
        }
        LocalDateTime from = day.atTime(6 + random.nextInt(11), 30 * random.nextInt(2));
        return closed(time, from, from.plusMinutes(30L * (1 + random.nextInt(20))));
    }

    /** Often the due day itself. */
    private LocalDate day(RandomCase one) {
        LocalDate any = date(one.history().startedAt()).plusDays(random.nextInt(30));
        return random.nextBoolean()
                ? any
                : one.reckoned().deadline().map(due -> date(due.dueAt())).orElse(any);
    }

    private static LocalDate date(Instant moment) {
        return WorkingCalendar.local(moment).toLocalDate();
    }

    private static Loss off(WorkingTime time, LocalDate day, SpecialDay.Part part) {
        List<SpecialDay> days = new ArrayList<>(time.calendar().specialDays());
        days.removeIf(special -> special.day().equals(day));
        days.add(new SpecialDay(day, false, part, "Nghỉ", "Quyết định thử", false));
        return new Loss(
                part == SpecialDay.Part.AFTERNOON ? day.atTime(12, 0) : day.atStartOfDay(),
                part == SpecialDay.Part.MORNING
                        ? day.atTime(12, 0)
                        : day.plusDays(1).atStartOfDay(),
                version(time, days).time(time.timetable()));
    }

    private static Loss closed(WorkingTime time, LocalDateTime from, LocalDateTime to) {
        Timetable timetable = time.timetable();
        List<Closure> closures = new ArrayList<>(timetable.closures());
        closures.add(new Closure(from, to, "Bão", "Quyết định thử", false));
        return new Loss(
                from,
                to,
                version(time, time.calendar().specialDays())
                        .time(new Timetable(timetable.first(), timetable.changes(), closures)));
    }

    private static WorkingCalendar version(WorkingTime time, List<SpecialDay> days) {
        return new WorkingCalendar(
                2, time.calendar().knownFrom(), time.calendar().knownUntil(), days);
    }

    /**
     * Without an extension, which sets a moment; days for months, which are not equally long themselves; and of terms in
     * days without outages: {@link #anOutageInWhichNothingIsWorkedAnyMoreGivesNoDayBack}.
     */
    private static RandomCase paused(RandomCase one) {
        Term term = inDays(one.term());
        List<Interruption> pauses = one.history().interruptions().stream()
                .filter(pause -> pause.ground() != Interruption.Ground.OUTAGE || !countsDays(term))
                .toList();
        var history = new ClockHistory(one.history().startedAt(), pauses, Optional.empty());
        return new RandomCase(one.calendar(), history, term, one.policy());
    }

    private static boolean countsDays(Term term) {
        return term instanceof Term.CalendarDays
                || term instanceof Term.Composite(List<Term.Stage> stages)
                        && stages.stream().anyMatch(stage -> countsDays(stage.term()));
    }

    private static Term inDays(Term term) {
        return switch (term) {
            case Term.Months(int n) -> new Term.CalendarDays(30 * n);
            case Term.Composite(List<Term.Stage> stages) ->
                new Term.Composite(stages.stream()
                        .map(stage -> new Term.Stage(stage.name(), inDays(stage.term())))
                        .toList());
            default -> term;
        };
    }
}
