package vn.motcua.calendar.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;

/** Two hundred versions, read one after another, in each of which two thousand agencies are closed three times. */
class OlderCalendarsTest {

    private static final int VERSIONS = 200;
    private static final int AGENCIES = 2000;

    private final OlderCalendars older = new OlderCalendars();

    @Test
    void thoseThatAreKeptFitWithAllThatTheyMayBuild() {
        for (int version = 1; version <= VERSIONS; version++) {
            WorkingCalendar calendar = calendar(version);
            older.keep(calendar);
            calendar.time(version, OfficeHours.S8M);
            assertThat(kept().mapToLong(WorkingCalendar::bytes).sum()).isLessThanOrEqualTo(OlderCalendars.MOST);
        }
        assertThat(kept().count()).isBetween(4L, 10L);
    }

    @Test
    void oneThatIsKeptIsFoundAgainWithItsTimes() {
        WorkingCalendar calendar = calendar(1);
        older.keep(calendar);
        assertThat(older.find(1)).containsSame(calendar);
        assertThat(calendar.time(7, OfficeHours.S8M)).isSameAs(calendar.time(7, OfficeHours.S8M));
        assertThat(older.find(2)).isEmpty();
    }

    private Stream<WorkingCalendar> kept() {
        return IntStream.rangeClosed(1, VERSIONS).mapToObj(older::find).flatMap(found -> found.stream());
    }

    private static WorkingCalendar calendar(int version) {
        Map<Integer, AgencyTimes> agencies = IntStream.rangeClosed(1, AGENCIES)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), OlderCalendarsTest::closed));
        return new WorkingCalendar(
                version,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2027, 12, 31),
                List.of(),
                List.of(),
                agencies,
                AgencyTimes.NONE,
                OlderCalendars.TIMES);
    }

    private static AgencyTimes closed(int agency) {
        return new AgencyTimes(
                List.of(),
                List.of(),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(month -> closure(agency, LocalDate.of(2026, month, 1 + agency % 28)))
                        .toList());
    }

    private static Closure closure(int agency, LocalDate day) {
        LocalDateTime from = day.atTime(6, 0);
        return new Closure(from, from.plusHours(12), "Bão số " + agency, "Quyết định " + agency + "/QĐ-UBND", false);
    }
}
