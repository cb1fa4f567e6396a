package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.deadline;
import static vn.motcua.deadline.DeadlineFixtures.explained;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/** What holds for every start and term. Give {@code -Dseed=...} to repeat a run. */
class DeadlinePropertiesTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TRIES = 4_000;
    private static final List<IntFunction<Term>> COUNTED = List.of(
            Term.WorkingDays::new,
            Term.WorkingHours::new,
            Term.CalendarDays::new,
            Term.ClockHours::new,
            n -> new Term.Months(1 + n % 12));
    private static final List<OfficeHours> TIMETABLES = List.of(OfficeHours.S8M, OfficeHours.S8, OfficeHours.S75);
    private static final Instant FIRST = DeadlineFixtures.at("2019-12-31T00:00");
    private static final Instant LAST = DeadlineFixtures.at("2026-12-01T00:00");

    private final Random random = new Random(SEED);

    @BeforeAll
    static void printTheSeed() {
        System.out.println("DeadlinePropertiesTest -Dseed=" + SEED);
    }

    @Test
    void theStepsSumToTheTermAndEndWhereTheDeadlineDoes() {
        for (int i = 0; i < TRIES; i++) {
            Instant start = start();
            Term term = term();
            OfficeHours hours = hours();
            Explanation.Explained explained = explained(start, term, CALENDAR, hours);
            assertThat(explained.steps().stream().mapToLong(Step::counted).sum())
                    .as("%s from %s", term, start)
                    .isEqualTo(amount(term));
            assertThat(explained.deadline()).isEqualTo(deadline(start, term, CALENDAR, hours));
            assertThat(explained.steps().getLast().to())
                    .as("%s from %s", term, start)
                    .isEqualTo(explained.deadline().dueAt());
        }
    }

    @Test
    void stepsFollowEachOtherAndEveryDayOffSkippedHasItsSource() {
        for (int i = 0; i < TRIES; i++) {
            Instant start = start();
            List<Step> steps = explained(start, term(), CALENDAR, hours()).steps();
            assertThat(steps.getFirst().from()).isEqualTo(start);
            for (int at = 1; at < steps.size(); at++) {
                assertThat(steps.get(at).from())
                        .isAfterOrEqualTo(steps.get(at - 1).to());
            }
            assertThat(steps)
                    .filteredOn(step -> step.kind() == Step.Kind.HOLIDAY || step.kind() == Step.Kind.WORKED_SATURDAY)
                    .allSatisfy(step -> assertThat(step.source()).isPresent());
        }
    }

    @Test
    void aLaterStartIsNeverDueEarlier() {
        for (int i = 0; i < TRIES; i++) {
            Instant one = start();
            Instant other = one.plusSeconds(random.nextInt(4 * 86_400));
            Term term = term();
            OfficeHours hours = hours();
            assertThat(deadline(other, term, CALENDAR, hours).dueAt())
                    .as("%s from %s and %s", term, one, other)
                    .isAfterOrEqualTo(deadline(one, term, CALENDAR, hours).dueAt());
        }
    }

    @Test
    void aLongerTermIsNeverDueEarlier() {
        for (int i = 0; i < TRIES; i++) {
            IntFunction<Term> unit = COUNTED.get(random.nextInt(COUNTED.size() - 1));
            int amount = 1 + random.nextInt(60);
            Instant start = start();
            OfficeHours hours = hours();
            assertThat(deadline(start, unit.apply(amount + 1 + random.nextInt(5)), CALENDAR, hours)
                            .dueAt())
                    .as("%s from %s", unit.apply(amount), start)
                    .isAfterOrEqualTo(
                            deadline(start, unit.apply(amount), CALENDAR, hours).dueAt());
        }
    }

    @Test
    void nothingButClockHoursIsDueOnADayOffOrOutsideOfficeHours() {
        for (int i = 0; i < TRIES; i++) {
            Term term = term();
            OfficeHours hours = hours();
            var due = WorkingCalendar.local(
                    deadline(start(), term, CALENDAR, hours).dueAt());
            if (!(term instanceof Term.ClockHours)) {
                assertThat(CALENDAR.isWorkingDay(due.toLocalDate()))
                        .as("%s: %s", term, due)
                        .isTrue();
                assertThat(due.toLocalTime())
                        .isBetween(
                                hours.slots().getFirst().from(),
                                hours.slots().getLast().to());
            }
        }
    }

    @Test
    void oneMoreDayOffNeverMakesADueEarlier() {
        for (int i = 0; i < 300; i++) {
            Instant start = start();
            WorkingCalendar more =
                    withDayOff(WorkingCalendar.local(start).toLocalDate().plusDays(random.nextInt(20)));
            Term term = term();
            OfficeHours hours = hours();
            assertThat(deadline(start, term, more, hours).dueAt())
                    .as("%s from %s", term, start)
                    .isAfterOrEqualTo(deadline(start, term, CALENDAR, hours).dueAt());
        }
    }

    private static WorkingCalendar withDayOff(LocalDate day) {
        List<SpecialDay> days = new ArrayList<>(CalendarFixtures.specialDays(CALENDAR));
        days.removeIf(special -> special.day().equals(day));
        days.add(new SpecialDay(day, false, "Nghỉ", "Quyết định thử", false));
        return new WorkingCalendar(2, CALENDAR.knownFrom(), CALENDAR.knownUntil(), days);
    }

    private static long amount(Term term) {
        return switch (term) {
            case Term.WorkingDays(int days) -> days;
            case Term.WorkingHours(int hours) -> hours * 60L;
            case Term.CalendarDays(int days) -> days;
            case Term.ClockHours(int hours) -> hours * 60L;
            case Term.Months(int months) -> months;
            case Term.SameDay _, Term.Immediate(), Term.Composite _ -> 0;
        };
    }

    /** Often at the edges, where rules change: opening, closing, noon, midnight, and a second beside them. */
    private Instant start() {
        long span = LAST.getEpochSecond() - FIRST.getEpochSecond();
        Instant anywhere = FIRST.plusSeconds((long) (random.nextDouble() * span));
        if (random.nextBoolean()) {
            return anywhere.plusNanos(random.nextInt(1_000_000_000));
        }
        LocalTime edge = LocalTime.of(random.nextInt(24), 30 * random.nextInt(2));
        Instant atEdge = WorkingCalendar.instant(
                WorkingCalendar.local(anywhere).toLocalDate().atTime(edge));
        Instant beside = atEdge.plusSeconds(random.nextInt(3) - 1L);
        return beside.isBefore(FIRST) ? FIRST : beside;
    }

    private Term term() {
        return switch (random.nextInt(8)) {
            case 0 -> new Term.SameDay(LocalTime.of(8 + random.nextInt(10), 0));
            case 1 -> new Term.Immediate();
            default -> COUNTED.get(random.nextInt(COUNTED.size())).apply(1 + random.nextInt(60));
        };
    }

    private OfficeHours hours() {
        return TIMETABLES.get(random.nextInt(TIMETABLES.size()));
    }
}
