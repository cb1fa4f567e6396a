package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.Computation;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Vector;
import vn.motcua.procedure.Term;

/** The legal clock beside KADAI's calculator: on the published cases, and how fast on the same questions in the same run. */
@Tag("bench")
@Tag("clock")
class ClockBenchIT {

    private static final int QUESTIONS = 4096;
    private static final int HOURS_A_DAY = 8;

    private final WorkingTime time = CalendarFixtures.seeded().time(OfficeHours.S8M);
    private final Instant[] received = new Instant[QUESTIONS];
    private final int[] days = new int[QUESTIONS];
    private final StringBuilder table = new StringBuilder();
    private long kept;

    @Test
    void besideKadai() throws Exception {
        rights();
        questions();
        Settings settings = Settings.given();
        var mixed =
                new DeadlineEngine(CalendarFixtures.seeded()).measure(settings).getFirst();
        say("");
        say("| due moments a second on one core | this clock | KADAI |");
        say("|---|---|---|");
        say("| mixed terms up to 30 days | " + whole(mixed.rate()) + " | |");
        for (int most : new int[] {1, 5, 30}) {
            KadaiClock kadai = KadaiClock.around(time, received[0]);
            double ours = rate(settings, at -> ours(at, 1 + days[at] % most));
            double theirs = rate(
                    settings,
                    at -> kadai.after(received[at], hours(1 + days[at] % most)).getEpochSecond());
            say("| 8 to " + most * HOURS_A_DAY + " working hours | " + whole(ours) + " | " + whole(theirs) + " |");
        }
        Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(Path.of("target", "bench", "clock.md"), table);
        assertThat(mixed.rate()).isGreaterThan(2_000_000);
    }

    private void rights() {
        say("| published cases | rows | this clock is right | KADAI is right | it has no such term |");
        say("|---|---|---|---|---|");
        int[] all = new int[4];
        for (String name : Vector.TABLES) {
            int[] sums = new int[4];
            for (Vector vector : Vector.of(name)) {
                var theirs = KadaiClock.around(vector.time(), vector.history().startedAt())
                        .due(vector.history().startedAt(), vector.term());
                sums[0]++;
                sums[1] += vector.answer().equals(vector.due()) ? 1 : 0;
                sums[2] += theirs.map(Vector::text).filter(vector.due()::equals).isPresent() ? 1 : 0;
                sums[3] += theirs.isEmpty() ? 1 : 0;
            }
            for (int at = 0; at < all.length; at++) {
                all[at] += sums[at];
            }
            say(row(name, sums));
        }
        say(row("all", all));
        assertThat(all[1]).isEqualTo(all[0]);
    }

    /** In one quarter without a day off, so that both have the same to count. */
    private void questions() {
        Random random = new Random(5);
        Instant first = Instant.parse("2026-05-04T00:00:00Z");
        for (int at = 0; at < QUESTIONS; at++) {
            received[at] = first.plus(random.nextInt(60), ChronoUnit.DAYS).plusSeconds(random.nextInt(86_400));
            days[at] = random.nextInt(30);
            assertThat(KadaiClock.around(time, received[at])
                            .after(received[at], hours(1 + days[at]))
                            .getEpochSecond())
                    .isEqualTo(ours(at, 1 + days[at]));
        }
    }

    private static Duration hours(int days) {
        return Duration.ofHours((long) HOURS_A_DAY * days);
    }

    private long ours(int at, int days) {
        return Deadlines.due(received[at], new Term.WorkingHours(HOURS_A_DAY * days), time)
                        instanceof Computation.Due due
                ? due.deadline().dueAt().getEpochSecond()
                : 0;
    }

    private double rate(Settings settings, IntToLongFunction one) {
        spent(one, 2);
        return List.of(1, 2, 3).stream()
                .mapToDouble(_ -> spent(one, Math.max(1, settings.seconds() / 5)))
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    /** How many a second of processor time. */
    private double spent(IntToLongFunction one, int seconds) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long done = 0;
        long spent = 0;
        while (spent < seconds * 1_000_000_000L) {
            for (int at = 0; at < QUESTIONS; at++) {
                kept += one.applyAsLong(at);
            }
            done += QUESTIONS;
            spent = threads.getCurrentThreadCpuTime() - begun;
        }
        return kept == 42 ? 0 : done * 1e9 / spent;
    }

    private static String row(String name, int... counts) {
        return "| " + name + " | "
                + Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" | ")) + " |";
    }

    private static String whole(double rate) {
        return String.format(Locale.ROOT, "%,.0f", rate);
    }

    private void say(String line) {
        System.out.println(line);
        table.append(line).append('\n');
    }
}
