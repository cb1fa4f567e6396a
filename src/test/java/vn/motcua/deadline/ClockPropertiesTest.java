package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.Interruption.Ground;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** What holds for every clock with a past, on made-up calendars. Give {@code -Dseed=...} to repeat a run. */
class ClockPropertiesTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TRIES = 5_000;

    private final Random random = new Random(SEED);
    private final List<RandomCalendar> calendars =
            Stream.generate(() -> RandomCalendar.of(random)).limit(3).toList();

    @BeforeAll
    static void printTheSeed() {
        System.out.println("ClockPropertiesTest -Dseed=" + SEED);
    }

    @Test
    void betweenTheCountedMomentAndTheDueOneLiesTheTerm() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            WorkingTime time = one.calendar().time();
            int amount = 1 + random.nextInt(40);
            Deadline hours = due(one, new Term.WorkingHours(amount), FirstDay.OF_OPENING);
            assertThat(worked(time, hours.countedFrom(), hours.dueAt())).isEqualTo(Duration.ofHours(amount));
            Deadline days = due(one, new Term.WorkingDays(amount), FirstDay.OF_OPENING);
            assertThat(time.workingDaysBetween(day(days.countedFrom()), day(days.dueAt())))
                    .isEqualTo(amount);
        }
    }

    @Test
    void aTermOfTheOrdinaryCalendarEndsOnTheFirstWorkingDayOnOrAfterTheCivilDate() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            WorkingTime time = one.calendar().time();
            FirstDay firstDay = FirstDay.values()[n % 2];
            int amount = 1 + random.nextInt(40);
            Deadline days = due(one, new Term.CalendarDays(amount), firstDay);
            LocalDate uncounted = LocalDate.ofEpochDay(
                    day(firstDay == FirstDay.OF_RECEIPT ? one.history().startedAt() : days.countedFrom()));
            endsOnOrAfter(time, uncounted.plusDays(amount), days.dueAt());
            Deadline months = due(one, new Term.Months(1 + amount % 6), firstDay);
            endsOnOrAfter(time, uncounted.plusMonths(1 + amount % 6), months.dueAt());
        }
    }

    private static void endsOnOrAfter(WorkingTime time, LocalDate civil, Instant due) {
        assertThat(WorkingTime.local(due)).isEqualTo(time.ordinaryClosing(day(due)));
        assertThat(day(due)).isGreaterThanOrEqualTo(civil.toEpochDay());
        for (long earlier = civil.toEpochDay(); earlier < day(due); earlier++) {
            assertThat(time.isWorkingDay(earlier)).isFalse();
        }
    }

    @Test
    void aLongerTermIsNeverDueEarlierWhateverStoodInItsWay() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = withoutExtension(RandomCase.of(random, calendars));
            int amount = 1 + random.nextInt(20);
            Optional<Instant> due = dueOf(one, new Term.WorkingDays(amount));
            Optional<Instant> longer = dueOf(one, new Term.WorkingDays(amount + 1 + random.nextInt(3)));
            if (due.isPresent() && longer.isPresent()) {
                assertThat(longer.get()).as("%s", one).isAfterOrEqualTo(due.get());
            }
        }
    }

    @Test
    void whatRemainsAndWhatHasElapsedAreTheTermAndNothingIsUsedUpInAPause() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            WorkingTime time = one.calendar().time();
            Term term = new Term.WorkingHours(8 + random.nextInt(60));
            Deadline plain = due(one, term, FirstDay.OF_OPENING);
            Instant from = between(plain.countedFrom(), plain.dueAt());
            Instant to = from.plusSeconds(random.nextInt(400_000));
            Reckoning running = with(one, term);
            Reckoning standing = with(one, term, new Interruption(Ground.OUTAGE, from, Optional.empty()));
            Reckoning again = with(one, term, new Interruption(Ground.OUTAGE, from, Optional.of(to)));
            Instant within = between(from, to);
            Instant after = to.plusSeconds(random.nextInt(100_000));
            Duration left = running.remaining(from).orElseThrow();
            assertThat(left.plus(worked(time, plain.countedFrom(), from))).isEqualTo(length(term));
            assertThat(standing.remaining(within)).contains(left);
            assertThat(again.remaining(after).orElseThrow().plus(worked(time, to, after)))
                    .isEqualTo(left);
        }
    }

    @Test
    void splittingAPauseChangesNothing() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            Instant from = one.history().startedAt().plusSeconds(random.nextInt(700_000));
            Instant to = from.plusSeconds(random.nextInt(700_000));
            Instant middle = between(from, to);
            Reckoning whole = with(one, one.term(), outage(from, to));
            Reckoning split = with(one, one.term(), outage(from, middle), outage(middle, to));
            assertThat(split.deadline()).as("%s", one).isEqualTo(whole.deadline());
        }
    }

    @Test
    void aLaterStartIsNeverDueEarlier() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            Instant later = one.history().startedAt().plusSeconds(random.nextInt(4 * 86_400));
            Instant due = due(one, one.term(), one.policy().firstDay()).dueAt();
            var next = new ClockHistory(later, List.of(), Optional.empty());
            Instant dueNext = due(
                            new RandomCase(one.calendar(), next, one.term(), one.policy()),
                            one.term(),
                            one.policy().firstDay())
                    .dueAt();
            assertThat(dueNext).as("%s from %s", one, later).isAfterOrEqualTo(due);
        }
    }

    @Test
    void whatRemainsOfAnyTermShrinksByWhatIsWorkedAndByNothingWhileTheClockStandsStill() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            Reckoning running = with(one, one.term());
            Deadline deadline = running.deadline().orElseThrow();
            Instant counts = WorkingTime.instant(WorkingTime.startOf(day(deadline.dueAt())));
            Instant from =
                    between(counts.isAfter(deadline.countedFrom()) ? counts : deadline.countedFrom(), deadline.dueAt());
            Instant to = between(from, deadline.dueAt());
            if (!(one.term() instanceof Term.ClockHours || one.term() instanceof Term.Composite)) {
                assertThat(running.remaining(from)
                                .orElseThrow()
                                .minus(running.remaining(to).orElseThrow()))
                        .as("%s from %s to %s", one, from, to)
                        .isEqualTo(worked(one.calendar().time(), from, to));
            }
            Reckoning standing = with(one, one.term(), new Interruption(Ground.OUTAGE, from, Optional.empty()));
            assertThat(standing.remaining(to)).as("%s", one).isEqualTo(standing.remaining(from));
            assertThat(standing.remaining(from)).as("%s", one).isEqualTo(running.remaining(from));
        }
    }

    @Test
    void addingUpTheStepsGivesTheDueMomentAgain() {
        for (int n = 0; n < TRIES; n++) {
            RandomCase one = RandomCase.of(random, calendars);
            Reckoning reckoned = one.reckoned();
            reckoned.deadline()
                    .ifPresent(deadline -> assertThat(StepAdder.due(reckoned.steps()))
                            .as("%s:%n%s", one, reckoned.steps())
                            .isEqualTo(deadline.dueAt()));
        }
        for (Vector vector : Vector.all()) {
            Reckoning reckoned = Reckoning.of(vector.history(), vector.term(), vector.policy(), vector.time());
            reckoned.deadline()
                    .ifPresent(deadline -> assertThat(StepAdder.due(reckoned.steps()))
                            .as(vector.id())
                            .isEqualTo(deadline.dueAt()));
        }
    }

    private static Deadline due(RandomCase one, Term term, FirstDay firstDay) {
        Computation due = Deadlines.due(
                one.history().startedAt(), term, firstDay, one.calendar().time());
        return ((Computation.Due) due).deadline();
    }

    private static Optional<Instant> dueOf(RandomCase one, Term term) {
        return new RandomCase(one.calendar(), one.history(), term, one.policy())
                .reckoned()
                .deadline()
                .map(Deadline::dueAt);
    }

    private static RandomCase withoutExtension(RandomCase one) {
        var history = new ClockHistory(one.history().startedAt(), one.history().interruptions(), Optional.empty());
        return new RandomCase(one.calendar(), history, one.term(), one.policy());
    }

    private static Reckoning with(RandomCase one, Term term, Interruption... interruptions) {
        var history = new ClockHistory(one.history().startedAt(), List.of(interruptions), Optional.empty());
        return Reckoning.of(history, term, one.policy(), one.calendar().time());
    }

    private static Interruption outage(Instant from, Instant to) {
        return new Interruption(Ground.OUTAGE, from, Optional.of(to));
    }

    private Instant between(Instant from, Instant to) {
        return from.plusSeconds(
                (long) (random.nextDouble() * Duration.between(from, to).toSeconds()));
    }

    private static Duration worked(WorkingTime time, Instant from, Instant to) {
        return Duration.ofNanos(time.workedBy(WorkingTime.local(to)) - time.workedBy(WorkingTime.local(from)));
    }

    private static Duration length(Term term) {
        return Duration.ofHours(((Term.WorkingHours) term).hours());
    }

    private static long day(Instant moment) {
        return WorkingTime.dayOf(WorkingTime.local(moment));
    }
}
