package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.ReferenceFixtures.NATION;
import static vn.motcua.reference.ReferenceFixtures.bad;
import static vn.motcua.reference.ReferenceFixtures.tables;
import static vn.motcua.reference.SourceFile.HOLIDAYS;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;

class CalendarPlanTest {

    private static final String LINES = """
        2025-01-01,off,Tết Dương lịch,Điều 112,official
        2026-01-01,off,Tết Dương lịch,Điều 112,official
        2026-01-10,work,Làm bù,Thông báo,official
        2027-01-01,off,Tết Dương lịch,Điều 112,forecast
        """;

    @Test
    void anyDifferenceIsANewVersionWholeInItself() {
        CalendarChange change = change(LINES, ReferenceFixtures.CALENDAR);
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.knownFrom()).isEqualTo("2025-01-01");
        assertThat(change.knownUntil()).isEqualTo("2027-12-31");
        assertThat(change.days())
                .hasSize(4)
                .last()
                .satisfies(day -> assertThat(day.forecast()).isTrue());
    }

    @Test
    void theSameTableOnceMoreChangesNothing() {
        WorkingCalendar imported = calendar(change(LINES, ReferenceFixtures.CALENDAR));
        assertThat(tables().with(HOLIDAYS, LINES).planOn(NATION, imported).changesNothing())
                .isTrue();
    }

    @Test
    void yearsThatTheTableDoesNotNameStayAsTheyWere() {
        WorkingCalendar imported = calendar(change(LINES, ReferenceFixtures.CALENDAR));
        CalendarChange next = change("2028-01-03,off,Nghỉ bù,Điều 111,official\n", imported);
        assertThat(next.knownUntil()).isEqualTo("2028-12-31");
        assertThat(next.days()).extracting(SpecialDay::day).hasSize(5).contains(LocalDate.of(2026, 1, 10));
    }

    @Test
    void aDayThatATableNoLongerNamesIsGoneFromTheNextVersion() {
        WorkingCalendar imported = calendar(change(LINES, ReferenceFixtures.CALENDAR));
        CalendarChange next = change("2026-01-01,off,Tết Dương lịch,Điều 112,official\n", imported);
        assertThat(next.version()).isEqualTo(3);
        assertThat(next.days()).extracting(SpecialDay::day).doesNotContain(LocalDate.of(2026, 1, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-03,off,Nghỉ,Nguồn,official | weekday-does-not-fit 2026-01-03",
                "2026-01-05,work,Làm bù,Nguồn,official | weekday-does-not-fit 2026-01-05",
                "2026-01-32,off,Nghỉ,Nguồn,official | malformed-date 2026-01-32",
                "01/01/2026,off,Nghỉ,Nguồn,official | malformed-date",
                "2026-01-05,rest,Nghỉ,Nguồn,official | unknown-value rest",
                "2026-01-05,off,,Nguồn,official | missing-value reason_vi",
                "2026-01-05,off,Nghỉ,Nguồn,perhaps | unknown-value perhaps",
                "2029-01-01,off,Nghỉ,Nguồn,official | year-missing 2027",
            })
    void refusesADayThatCannotBe(String line, String why) {
        assertThat(tables().with(HOLIDAYS, line + "\n").bad()).startsWith("holidays_vn.csv 2 " + why.strip());
    }

    @Test
    void refusesTheSameDayTwice() {
        assertThat(bad(tables().with(HOLIDAYS, LINES + "2026-01-01,off,Khác,Nguồn,official\n")
                        .planOn(NATION)))
                .containsExactly("holidays_vn.csv 6 duplicate-key 2026-01-01");
    }

    private static CalendarChange change(String lines, WorkingCalendar newest) {
        ImportPlan plan = tables().with(HOLIDAYS, lines).planOn(NATION, newest);
        assertThat(bad(plan)).isEmpty();
        return plan.calendar().orElseThrow();
    }

    private static WorkingCalendar calendar(CalendarChange change) {
        return new WorkingCalendar(
                change.version(), change.knownFrom(), change.knownUntil(), List.copyOf(change.days()));
    }
}
