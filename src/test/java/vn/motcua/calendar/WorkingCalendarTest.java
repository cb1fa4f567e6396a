package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = CalendarFixtures.seeded();
    private static final WorkingTime TIME = CALENDAR.time(OfficeHours.S8M);

    @Test
    void theSeedHoldsNinetyThreeDaysOffAndFourWorkedSaturdays() {
        List<SpecialDay> days = CalendarFixtures.specialDays(CALENDAR);
        assertThat(days).hasSize(97);
        assertThat(days)
                .filteredOn(SpecialDay::worked)
                .extracting(SpecialDay::day)
                .containsExactly(day("2024-05-04"), day("2025-04-26"), day("2026-01-10"), day("2026-08-22"));
        assertThat(days).filteredOn(SpecialDay::forecast).hasSize(6);
        assertThat(days).allSatisfy(special -> assertThat(special.source()).isNotBlank());
    }

    @Test
    void aProposalIsNoDayOff() {
        assertThat(CALENDAR.isWorkingDay(day("2026-11-23"))).isTrue();
        assertThat(CALENDAR.isWorkingDay(day("2026-11-28"))).isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2024-06-03, WORKING_DAY",
        "2024-06-08, WEEKEND",
        "2026-09-02, DAY_OFF",
        "2026-08-22, WORKED_WEEKEND",
        "2019-12-31, WORKING_DAY",
        "2019-12-30, UNKNOWN",
        "2027-12-31, WORKING_DAY",
        "2028-01-03, UNKNOWN"
    })
    void everyDayHasAKind(LocalDate day, DayKind kind) {
        assertThat(CALENDAR.kindOf(day)).isEqualTo(kind);
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(kind.isWorked());
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2024-06-07, 1, 2024-06-10",
        "2024-06-08, 1, 2024-06-10",
        "2026-08-21, 1, 2026-08-22",
        "2026-08-28, 1, 2026-09-03",
        "2019-12-31, 1, 2020-01-02"
    })
    void daysOffAreSkipped(LocalDate day, int days, LocalDate expected) {
        assertThat(TIME.workingDayAfter(day.toEpochDay(), days)).isEqualTo(expected.toEpochDay());
    }

    @Test
    void nothingIsGuessedPastTheKnownSpan() {
        assertThat(TIME.workingDayAfter(day("2027-12-30").toEpochDay(), 1))
                .isEqualTo(day("2027-12-31").toEpochDay());
        assertThat(TIME.workingDayAfter(day("2027-12-31").toEpochDay(), 1)).isEqualTo(WorkingTime.UNKNOWN);
        assertThat(TIME.workingDayAfter(day("2027-12-31").toEpochDay(), Integer.MAX_VALUE))
                .isEqualTo(WorkingTime.UNKNOWN);
        assertThat(TIME.sameOrNextWorkingDay(day("2028-01-03").toEpochDay())).isEqualTo(WorkingTime.UNKNOWN);
    }

    @Test
    void theSameDayIsKeptWhenItIsWorked() {
        assertThat(TIME.sameOrNextWorkingDay(day("2026-08-22").toEpochDay()))
                .isEqualTo(day("2026-08-22").toEpochDay());
        assertThat(TIME.sameOrNextWorkingDay(day("2026-08-23").toEpochDay()))
                .isEqualTo(day("2026-08-24").toEpochDay());
    }

    @Test
    void countingAgreesWithWalking() {
        long counted = CALENDAR.knownFrom().toEpochDay();
        for (var walked = Optional.of(CALENDAR.knownFrom()); walked.isPresent(); walked = nextByWalking(walked.get())) {
            assertThat(counted).isEqualTo(walked.get().toEpochDay());
            counted = TIME.workingDayAfter(counted, 1);
        }
        assertThat(counted).isEqualTo(WorkingTime.UNKNOWN);
    }

    private static Optional<LocalDate> nextByWalking(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(CALENDAR.knownUntil().plusDays(1))
                .filter(next -> CALENDAR.kindOf(next).isWorked())
                .findFirst();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
