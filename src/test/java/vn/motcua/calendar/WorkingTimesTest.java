package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two thousand agencies, each closed at hours of its own. */
class WorkingTimesTest {

    private static final int AGENCIES = 2000;
    private static final long MOST = 4 << 20;

    private final WorkingTimes times = new WorkingTimes(MOST);
    private final WorkingCalendar calendar = calendar(times);

    @Test
    void whatIsKeptStaysBelowItsBoundHoweverManyAgenciesAreAskedFor() {
        long one = calendar.time(OfficeHours.S8M).bytes();
        for (int agency = 1; agency <= AGENCIES; agency++) {
            assertThat(calendar.time(agency, OfficeHours.S8M)
                            .isWorkingDay(monday(agency).toEpochDay()))
                    .isFalse();
            assertThat(times.bytes()).isLessThanOrEqualTo(MOST);
        }
        assertThat(times.bytes()).isGreaterThan(MOST - 2 * one);
        assertThat(one * AGENCIES).as("all of them at once").isGreaterThan(20 * MOST);
    }

    @Test
    void theLastOnesAskedForAreKeptAndOthersAreBuiltAgainAlike() {
        WorkingTime first = calendar.time(1, OfficeHours.S8M);
        assertThat(calendar.time(1, OfficeHours.S8M)).isSameAs(first);
        for (int agency = 2; agency <= 500; agency++) {
            calendar.time(agency, OfficeHours.S8M);
            calendar.time(500, OfficeHours.S8M);
        }
        assertThat(calendar.time(500, OfficeHours.S8M)).isSameAs(calendar.time(500, OfficeHours.S8M));
        WorkingTime again = calendar.time(1, OfficeHours.S8M);
        assertThat(again).isNotSameAs(first);
        assertThat(again.timetable()).isEqualTo(first.timetable());
        assertThat(again.workedBy(Long.MAX_VALUE)).isEqualTo(first.workedBy(Long.MAX_VALUE));
    }

    @Test
    void agenciesShareTheTimeThatTheyWouldHaveWithoutTheirClosures() {
        assertThat(calendar.openTime(1, OfficeHours.S8M))
                .isSameAs(calendar.openTime(2, OfficeHours.S8M))
                .isSameAs(calendar.time(OfficeHours.S8M));
    }

    @Test
    void theNextVersionsTimesCountTogetherWithThoseBefore() {
        WorkingCalendar next = Changes.days(
                        Standing.OFFICIAL, Changes.off(LocalDate.of(2026, 12, 14), Standing.OFFICIAL))
                .applied(calendar);
        for (int agency = 1; agency <= 100; agency++) {
            calendar.time(agency, OfficeHours.S8M);
            next.time(agency, OfficeHours.S8M);
        }
        assertThat(times.bytes()).isLessThanOrEqualTo(MOST);
        assertThat(next.time(1, OfficeHours.S8M).calendar()).isSameAs(next);
    }

    private static LocalDate monday(int agency) {
        return LocalDate.of(2026, 1, 5).plusWeeks(agency % 40);
    }

    private static WorkingCalendar calendar(WorkingTimes times) {
        Map<Integer, AgencyTimes> agencies = IntStream.rangeClosed(1, AGENCIES)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), WorkingTimesTest::closed));
        return new WorkingCalendar(
                1,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2027, 12, 31),
                List.of(),
                List.of(),
                agencies,
                AgencyTimes.NONE,
                times);
    }

    private static AgencyTimes closed(int agency) {
        LocalDateTime from = monday(agency).atTime(6, 0);
        return new AgencyTimes(
                List.of(),
                List.of(),
                List.of(new Closure(from, from.plusHours(12).plusMinutes(agency), "Bão", "Lệnh " + agency, false)));
    }
}
