package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.ReferenceFixtures.NATION;
import static vn.motcua.reference.ReferenceFixtures.bad;
import static vn.motcua.reference.ReferenceFixtures.tables;
import static vn.motcua.reference.SourceFile.HOLIDAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.calendar.Changes;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Standing;
import vn.motcua.calendar.WorkingCalendar;

class CalendarPlanTest {

    /** A whole year for each of the three; one of them with a day that is worked. */
    private static final String LINES =
            year(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02", "official")
                    + year(2026, "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02 11-24", "official")
                    + "2026-01-10,work,Làm bù,Thông báo,official\n"
                    + year(2027, "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24", "forecast");

    /** New Year's Day of 2028 is a Saturday. */
    private static final String YEAR_2028 =
            year(2028, "01-03 01-25 01-26 01-27 01-28 01-31 04-04 05-01 05-02 09-01 09-04 11-24", "official");

    @Test
    void anyDifferenceIsANewVersionWholeInItself() {
        ImportedCalendar change = change(LINES, ReferenceFixtures.CALENDAR);
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.knownFrom()).isEqualTo("2025-01-01");
        assertThat(change.knownUntil()).isEqualTo("2027-12-31");
        assertThat(change.days())
                .hasSize(36)
                .last()
                .satisfies(day -> assertThat(day.forecast()).isTrue());
    }

    @Test
    void theSameTableOnceMoreChangesNothing() {
        assertThat(tables().with(HOLIDAYS, LINES).planOn(NATION, imported()).changesNothing())
                .isTrue();
    }

    @Test
    void yearsThatTheTableDoesNotNameStayAsTheyWere() {
        ImportedCalendar next = change(YEAR_2028, imported());
        assertThat(next.knownUntil()).isEqualTo("2028-12-31");
        assertThat(next.days()).extracting(SpecialDay::day).hasSize(48).contains(LocalDate.of(2026, 1, 10));
    }

    @Test
    void whatIsProposedStaysUntilTheTableDecidesIt() {
        WorkingCalendar proposed = Changes.swap(Standing.PROPOSED).applied(imported());
        assertThat(change(YEAR_2028, proposed).proposed()).isEqualTo(proposed.proposedDays());
        ImportedCalendar decided = change(
                LINES + "2026-11-23,off,Nghỉ,Công văn,official\n2026-11-28,work,Làm bù,Công văn,official\n", proposed);
        assertThat(decided.proposed()).isEmpty();
        assertThat(decided.said().days()).hasSize(2);
    }

    @Test
    void theRealTableIsWholeInEachOfItsYears() {
        WorkingCalendar none = new WorkingCalendar(1, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), List.of());
        ImportPlan plan = tables().withText(HOLIDAYS, ImportOverHttp.read("holidays_vn.csv"))
                .planOn(NATION, none);
        assertThat(bad(plan)).isEmpty();
        assertThat(plan.calendar().orElseThrow().knownUntil()).isEqualTo("2027-12-31");
    }

    @Test
    void aYearIsNotKnownByOneOfItsDays() {
        ImportPlan plan = tables().with(HOLIDAYS, "2028-01-03,off,Nghỉ bù,Điều 111,official\n")
                .planOn(NATION, imported());
        assertThat(bad(plan)).containsExactly("holidays_vn.csv 2 year-incomplete 2028");
        assertThat(plan.calendar()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-26", "04-04", "05-01", "05-02", "09-04", "11-24"})
    void aYearWithoutAStatutoryDayIsIncomplete(String day) {
        assertThat(bad(tables().with(HOLIDAYS, YEAR_2028.replaceFirst("2028-" + day + ".*\n", ""))
                        .planOn(NATION, imported())))
                .containsExactly("holidays_vn.csv 2 year-incomplete 2028");
    }

    @Test
    void oneDayOfALoadedYearDoesNotReplaceAllOthers() {
        assertThat(bad(tables().with(HOLIDAYS, "2026-01-01,off,Tết Dương lịch,Điều 112,official\n")
                        .planOn(NATION, imported())))
                .containsExactly("holidays_vn.csv 2 year-incomplete 2026");
    }

    @Test
    void aDayThatATableNoLongerNamesIsGoneFromTheNextVersionAndReported() {
        String table = LINES.replaceFirst("2026-01-10.*\n", "2026-01-02,off,Nghỉ,Thông báo,official\n")
                .replace("2027-09-03,off,Nghỉ,Nguồn,forecast", "2027-09-03,off,Nghỉ,Nguồn,official");
        ImportPlan plan = tables().with(HOLIDAYS, table + YEAR_2028).planOn(NATION, imported());
        assertThat(bad(plan)).isEmpty();
        assertThat(plan.calendar().orElseThrow().days())
                .extracting(SpecialDay::day)
                .doesNotContain(LocalDate.of(2026, 1, 10));
        CalendarDifference difference = ImportReport.of(plan).calendar().orElseThrow();
        assertThat(difference.knownUntil()).isEqualTo("2028-12-31");
        assertThat(difference.removed()).containsExactly(LocalDate.of(2026, 1, 10));
        assertThat(difference.changed()).containsExactly(LocalDate.of(2027, 9, 3));
        assertThat(difference.added()).hasSize(13).contains(LocalDate.of(2026, 1, 2), LocalDate.of(2028, 11, 24));
    }

    @Test
    void whatAnOperatorEnteredAndTheTableDoesNotSayIsNamedBeforeItIsGone() {
        String table = LINES.replaceFirst("2026-01-10.*\n", "2026-01-02,off,Nghỉ,Thông báo,official\n");
        ImportPlan plan = tables().with(HOLIDAYS, table).planOn(NATION, imported());
        Loaded on = plan.on();
        Set<LocalDate> entered = Set.of(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 4, 30));
        ImportPlan warned = new ImportPlan(
                new Loaded(on.territory(), on.procedures(), on.calendar(), entered),
                plan.territory(),
                plan.catalogue(),
                plan.calendar(),
                plan.bad(),
                plan.flags(),
                plan.overview());

        assertThat(ImportReport.of(plan).calendar().orElseThrow().overridden()).isEmpty();
        assertThat(ImportReport.of(warned).calendar().orElseThrow().overridden())
                .containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 10));
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
                .containsExactly("holidays_vn.csv 38 duplicate-key 2026-01-01");
    }

    private static String year(int year, String off, String status) {
        return Stream.of(off.split(" "))
                .map(day -> year + "-" + day + ",off,Nghỉ,Nguồn," + status + "\n")
                .collect(Collectors.joining());
    }

    private static WorkingCalendar imported() {
        return calendar(change(LINES, ReferenceFixtures.CALENDAR));
    }

    @Test
    void readsNoMoreLinesThanATableNeeds() {
        assertThat(tables().with(HOLIDAYS, "\n".repeat(4_999) + "x").bad())
                .containsExactly("holidays_vn.csv 5001 too-many-lines");
    }

    private static ImportedCalendar change(String lines, WorkingCalendar newest) {
        ImportPlan plan = tables().with(HOLIDAYS, lines).planOn(NATION, newest);
        assertThat(bad(plan)).isEmpty();
        return plan.calendar().orElseThrow();
    }

    private static WorkingCalendar calendar(ImportedCalendar change) {
        return new WorkingCalendar(
                change.version(), change.knownFrom(), change.knownUntil(), List.copyOf(change.days()));
    }
}
