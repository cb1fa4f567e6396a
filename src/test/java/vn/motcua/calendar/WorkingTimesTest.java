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

    private final WorkingCalendar calendar = calendar();

    @Test
    void whatIsKeptStaysBelowItsBoundHoweverManyAgenciesAreAskedFor() {
        long one = calendar.time(OfficeHours.S8M).bytes();
        for (int agency = 1; agency <= AGENCIES; agency++) {
            assertThat(calendar.time(agency, OfficeHours.S8M)
                            .isWorkingDay(monday(agency).toEpochDay()))
                    .isFalse();
            assertThat(calendar.bytesOfTimes()).isLessThanOrEqualTo(MOST);
        }
        assertThat(calendar.bytesOfTimes()).isGreaterThan(MOST - 2 * one);
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

    /** A simulation is forgotten with all that it built. */
    @Test
    void aChangedCalendarKeepsItsTimesItself() {
        WorkingTime before = calendar.time(1, OfficeHours.S8M);
        long bytes = calendar.bytesOfTimes();
        WorkingCalendar next = Changes.days(
                        Standing.OFFICIAL, Changes.off(LocalDate.of(2026, 12, 14), Standing.OFFICIAL))
                .applied(calendar);
        for (int agency = 1; agency <= 100; agency++) {
            assertThat(next.time(agency, OfficeHours.S8M).calendar()).isSameAs(next);
        }
        assertThat(calendar.bytesOfTimes()).isEqualTo(bytes);
        assertThat(calendar.time(1, OfficeHours.S8M)).isSameAs(before);
    }

    @Test
    void whatACalendarMayComeToTakeCountsItsTimesBeforeTheyAreBuilt() {
        long empty = calendar.bytes();
        for (int agency = 1; agency <= 500; agency++) {
            calendar.time(agency, OfficeHours.S8M);
        }
        assertThat(calendar.bytes()).isEqualTo(empty).isGreaterThan(MOST + AGENCIES * 500L);
    }

    @Test
    void daysCutShortCountWithTheRest() {
        LocalDate first = LocalDate.of(2026, 1, 5);
        List<Closure> afternoons = first.datesUntil(first.plusDays(200))
                .map(day -> new Closure(day.atTime(15, 0), day.atTime(18, 0), "Bão", "Lệnh", false))
                .toList();
        List<Closure> mornings = first.datesUntil(first.plusDays(200))
                .map(day -> new Closure(day.atTime(6, 0), day.atTime(9, 0), "Bão", "Lệnh", false))
                .toList();
        long cutShort = calendar.time(new Timetable(OfficeHours.S8M, List.of(), afternoons))
                .bytes();
        long lateOpened = calendar.time(new Timetable(OfficeHours.S8M, List.of(), mornings))
                .bytes();
        assertThat(cutShort - lateOpened).isGreaterThan(100 * 2 * Long.BYTES);
    }

    private static LocalDate monday(int agency) {
        return LocalDate.of(2026, 1, 5).plusWeeks(agency % 40);
    }

    private static WorkingCalendar calendar() {
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
                MOST);
    }

    private static AgencyTimes closed(int agency) {
        LocalDateTime from = monday(agency).atTime(6, 0);
        return new AgencyTimes(
                List.of(),
                List.of(),
                List.of(new Closure(from, from.plusHours(12).plusMinutes(agency), "Bão", "Lệnh " + agency, false)));
    }
}
