package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierFixtures;
import vn.motcua.dossier.Measure;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Tally;
import vn.motcua.dossier.Timeliness;

/**
 * Counting dossiers one by one gives what the summed counters give, for any histories, period and moment. The seed is in
 * the name of the test; {@code -Dseed=n} runs one.
 */
class FigureAlgebraTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 60;
    private static final int DOSSIERS = 60;
    private static final int QUESTIONS = 40;

    static Stream<Long> seeds() {
        return Optional.ofNullable(Long.getLong("seed"))
                .map(Stream::of)
                .orElseGet(() -> new Random().longs(150).boxed());
    }

    /** What happened to one dossier; its clock started with acceptance, with reception, or not yet. */
    private record History(
            Instant acceptedAt, Optional<Instant> startedAt, Optional<Instant> dueAt, Optional<Instant> finishedAt) {

        boolean isStartedBy(Instant end) {
            return startedAt.filter(at -> at.isBefore(end)).isPresent();
        }

        boolean isAcceptedBy(Instant end) {
            return acceptedAt.isBefore(end);
        }

        boolean isFinishedBy(Instant end) {
            return finishedAt.filter(at -> at.isBefore(end)).isPresent();
        }

        boolean isOpenAt(Instant end) {
            return isAcceptedBy(end) && !isFinishedBy(end);
        }

        Stream<DossierEvent> events() {
            Promise promise = dueAt.map(due -> Promise.due(due, false, 1, "1"))
                    .orElseGet(() -> Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "1"));
            boolean atOnce = startedAt.filter(acceptedAt::equals).isPresent();
            ClockWait wait = new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12");
            return Stream.of(
                            Stream.of(new DossierEvent.Accepted(acceptedAt, atOnce ? promise : wait)),
                            startedAt.stream()
                                    .filter(_ -> !atOnce)
                                    .map(at -> new DossierEvent.Received(at, Optional.of(promise))),
                            finishedAt.stream().map(at -> new DossierEvent.Completed(at, timeliness(at), true)))
                    .flatMap(Function.identity());
        }

        Stream<Tally> tallies() {
            Dossier after = DossierFixtures.filed(acceptedAt, Optional.empty());
            return events().flatMap(event -> Tally.of(event, after).stream());
        }

        private Timeliness timeliness(Instant finished) {
            return startedAt.isPresent() ? Timeliness.of(finished, dueAt) : Timeliness.notStarted(finished);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countersSayWhatCountingDossiersSays(long seed) {
        Random random = new Random(seed);
        for (int question = 0; question < QUESTIONS; question++) {
            Instant now = moment(random, 0, DAYS);
            List<History> histories = histories(random, now);
            LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
            Period period = new Period(from, from.plusDays(random.nextInt(DAYS / 2)), now);
            for (Definition definition : List.of(Definition.OT_1, Definition.OT_2)) {
                assertThat(summed(histories, period).classes(definition))
                        .as("%s, %s", period, definition)
                        .isEqualTo(counted(histories, period, definition));
            }
        }
    }

    /** One by one, by what the definitions say. */
    private static Counts counted(List<History> histories, Period period, Definition definition) {
        Instant begin = start(period.from());
        Instant end = start(period.to().plusDays(1));
        Predicate<History> ended = one -> one.isFinishedBy(end) && !one.isFinishedBy(begin);
        Predicate<History> open = one -> one.isOpenAt(end);
        Predicate<History> late = one -> isOverdueWhilePending(one, period, definition);
        Predicate<History> due = one -> one.dueAt().isPresent();
        Predicate<History> waits = one -> !one.isStartedBy(end);
        return new Counts(
                count(histories, one -> one.isAcceptedBy(end) && !one.isAcceptedBy(begin)),
                count(histories, one -> one.isOpenAt(begin)),
                count(histories, ended.and(one -> isClass(one, "EARLY", definition))),
                count(histories, ended.and(one -> isClass(one, "ON_TIME", definition))),
                count(histories, ended.and(one -> isClass(one, "OVERDUE", definition))),
                0,
                0,
                count(histories, ended.and(due.negate())),
                count(histories, open.and(waits.negate()).and(due).and(late.negate())),
                count(histories, open.and(waits.negate()).and(late)),
                count(histories, open.and(waits)),
                count(histories, open.and(waits.negate()).and(due.negate())),
                0,
                0,
                count(histories, open.and(waits)));
    }

    private static boolean isClass(History one, String name, Definition definition) {
        Timeliness timeliness = one.timeliness(one.finishedAt().orElseThrow());
        return name.equals(
                (definition.precision() == Definition.Precision.DAY ? timeliness.byDay() : timeliness.byMoment())
                        .name());
    }

    /** At the last instant of the period, or now while that is not over. */
    private static boolean isOverdueWhilePending(History one, Period period, Definition definition) {
        Instant end = start(period.to().plusDays(1)).minusNanos(1);
        Instant judged = end.isBefore(period.asOf()) ? end : period.asOf();
        return one.dueAt()
                .filter(due -> switch (definition.precision()) {
                    case DAY -> day(due).isBefore(day(judged));
                    case MOMENT -> due.isBefore(judged);
                })
                .isPresent();
    }

    /** The counters, summed as the statement sums them. */
    private static Movement summed(List<History> histories, Period period) {
        List<Tally> tallies = histories.stream().flatMap(History::tallies).toList();
        return new Movement(
                through(tallies, period.before()),
                through(tallies, period.through()),
                Movement.First.NONE,
                period.isMidDay(),
                new Late(count(histories, one -> isLateToday(one, period)), 0, 0));
    }

    private static Sums through(List<Tally> tallies, LocalDate day) {
        Map<Measure, Long> totals = new EnumMap<>(Measure.class);
        tallies.stream()
                .filter(tally -> !tally.day().isAfter(day) && tally.basis() == Tally.Basis.DUE)
                .forEach(tally ->
                        tally.counts().forEach((measure, count) -> totals.merge(measure, (long) count, Long::sum)));
        long dueThen = tallies.stream()
                .filter(tally -> tally.day().equals(day) && tally.basis() == Tally.Basis.DUE)
                .mapToLong(tally -> tally.counts().getOrDefault(Measure.DUE_OPEN, 0))
                .sum();
        return Sums.of(totals, dueThen, 0);
    }

    private static boolean isLateToday(History one, Period period) {
        return one.finishedAt().isEmpty()
                && one.dueAt()
                        .filter(due -> day(due).equals(period.through()) && due.isBefore(period.asOf()))
                        .isPresent();
    }

    private static long count(List<History> histories, Predicate<History> where) {
        return histories.stream().filter(where).count();
    }

    /** Nothing in them lies after {@code now}; a due moment may. */
    private static List<History> histories(Random random, Instant now) {
        List<History> histories = new ArrayList<>();
        IntStream.range(0, DOSSIERS).forEach(_ -> {
            Instant accepted = moment(random, 0, DAYS);
            if (!accepted.isAfter(now)) {
                histories.add(history(accepted, random, now));
            }
        });
        return histories;
    }

    private static History history(Instant accepted, Random random, Instant now) {
        Optional<Instant> started = switch (random.nextInt(4)) {
            case 0 ->
                Optional.of(accepted.plus(Duration.ofMinutes(random.nextInt(5_000))))
                        .filter(at -> !at.isAfter(now));
            case 1 -> Optional.empty();
            default -> Optional.of(accepted);
        };
        if (started.isEmpty()) {
            Optional<Instant> ended =
                    Optional.of(moment(random, 0, DAYS)).filter(at -> !at.isBefore(accepted) && !at.isAfter(now));
            return new History(accepted, Optional.empty(), Optional.empty(), ended.filter(_ -> random.nextBoolean()));
        }
        return started(accepted, started.get(), random, now);
    }

    private static History started(Instant accepted, Instant started, Random random, Instant now) {
        LocalDate dueOn = day(started).plusDays(random.nextInt(12));
        Instant closing = at(dueOn, LocalTime.of(17, 0));
        Instant due = closing.isBefore(started) ? started.plus(Duration.ofHours(1)) : closing;
        Instant finished = switch (random.nextInt(8)) {
            case 0 -> due;
            case 1 -> due.plusMillis(1);
            case 2 -> due.minusMillis(1);
            case 3 -> at(day(due), LocalTime.MIN);
            case 4 -> at(day(due).plusDays(1), LocalTime.MIN).minusMillis(1);
            case 5 -> at(day(due).plusDays(1), LocalTime.MIN);
            case 6 -> moment(random, 0, DAYS + 20);
            default -> Instant.MAX;
        };
        boolean ends = !finished.isBefore(started) && !finished.isAfter(now);
        return new History(
                accepted,
                Optional.of(started),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(due),
                ends ? Optional.of(finished) : Optional.empty());
    }

    private static Instant moment(Random random, int firstDay, int lastDay) {
        LocalDate day = FIRST.plusDays(random.nextInt(firstDay, lastDay));
        int shape = random.nextInt(4);
        return shape == 0
                ? at(day, LocalTime.of(17, 0))
                : at(day, LocalTime.MIN).plusMillis(random.nextLong(86_400_000));
    }

    private static Instant start(LocalDate day) {
        return at(day, LocalTime.MIN);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return WorkingCalendar.instant(day.atTime(time));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
    }
}
