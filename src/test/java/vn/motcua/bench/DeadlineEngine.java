package vn.motcua.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Computation;
import vn.motcua.deadline.Deadlines;
import vn.motcua.procedure.Term;

/** The legal clock alone, on one core. */
final class DeadlineEngine {

    private static final int QUESTIONS = 4096;

    private final WorkingCalendar calendar;
    private final Instant[] received = new Instant[QUESTIONS];
    private final Term[] terms = new Term[QUESTIONS];
    private long kept;

    DeadlineEngine(WorkingCalendar calendar) {
        this.calendar = calendar;
        Random random = new Random(5);
        Instant first = calendar.knownFrom()
                .plusDays(40)
                .atTime(8, 0)
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
        long days = ChronoUnit.DAYS.between(calendar.knownFrom(), calendar.knownUntil()) - 120;
        for (int at = 0; at < QUESTIONS; at++) {
            received[at] = first.plus(random.nextLong(Math.max(1, days)), ChronoUnit.DAYS)
                    .plus(random.nextLong(86_400), ChronoUnit.SECONDS);
            terms[at] = switch (at % 4) {
                case 0 -> new Term.WorkingHours(8);
                case 1 -> new Term.WorkingDays(1 + random.nextInt(5));
                case 2 -> new Term.WorkingDays(1 + random.nextInt(30));
                default -> new Term.CalendarDays(1 + random.nextInt(30));
            };
        }
    }

    List<Measured> measure(Settings settings) {
        second(5);
        return List.of(Measured.median(IntStream.range(0, settings.repeats())
                .mapToObj(_ -> second(Math.max(1, settings.seconds() / 3)))
                .toList()));
    }

    private Measured second(int seconds) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long done = 0;
        for (long spent = 0; spent < seconds * 1_000_000_000L; spent = threads.getCurrentThreadCpuTime() - begun) {
            for (int at = 0; at < QUESTIONS; at++) {
                kept += at(at);
            }
            done += QUESTIONS;
        }
        double each = (threads.getCurrentThreadCpuTime() - begun) / 1e9 / done;
        if (kept == 42) {
            System.out.println("kept, so that nothing is optimised away");
        }
        return new Measured(
                Shapes.DEADLINE,
                "engine, one core",
                "1 thread",
                1 / each,
                Double.NaN,
                Double.NaN,
                Map.of(),
                Measured.SHARED);
    }

    private long at(int question) {
        return Deadlines.due(received[question], terms[question], calendar.time(OfficeHours.S8M))
                        instanceof Computation.Due due
                ? due.deadline().dueAt().getEpochSecond()
                : 0;
    }
}
