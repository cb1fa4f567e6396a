package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.WorkingCalendar;

/** The engine and a walk over minutes say the same. Give {@code -Dseed=...} to repeat a run. */
class TwoImplementationsTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("cases", 100_000);

    @BeforeAll
    static void printTheSeed() {
        System.out.println("TwoImplementationsTest -Dseed=" + SEED);
    }

    @Test
    void agreeOnAHundredThousandCases() {
        Random random = new Random(SEED);
        List<RandomCalendar> calendars =
                Stream.generate(() -> RandomCalendar.of(random)).limit(8).toList();
        for (int n = 0; n < CASES; n++) {
            RandomCase asked = RandomCase.of(random, calendars);
            int expected = asked.expected();
            int found = asked.reckoned()
                    .deadline()
                    .map(deadline -> asked.minute(deadline.dueAt()))
                    .orElse(MinuteReference.STANDS);
            if (found != expected) {
                assertThat(told(asked, found)).as("case %d of seed %d", n, SEED).isEqualTo(told(asked, expected));
            }
        }
    }

    private static String told(RandomCase asked, int due) {
        String moment = due == MinuteReference.STANDS
                ? "stands"
                : asked.calendar().reference().time(due).toString();
        StringBuilder told = new StringBuilder(moment)
                .append(" of ")
                .append(asked.term())
                .append(' ')
                .append(asked.policy())
                .append(" from ")
                .append(WorkingCalendar.local(asked.history().startedAt()));
        asked.history()
                .interruptions()
                .forEach(one -> told.append("\n  ")
                        .append(one.ground())
                        .append(' ')
                        .append(WorkingCalendar.local(one.from()))
                        .append(" - ")
                        .append(one.to().map(WorkingCalendar::local)));
        asked.history()
                .extension()
                .ifPresent(one -> told.append("\n  extended ")
                        .append(WorkingCalendar.local(one.recordedAt()))
                        .append(" to ")
                        .append(WorkingCalendar.local(one.newDueAt())));
        return told.toString();
    }
}
