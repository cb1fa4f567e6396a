package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
    private static final OfficeHours.Slot MORNING = slot("07:00", "11:30");
    private static final WorkingCalendar WEEKS = new WorkingCalendar(1, MONDAY, MONDAY.plusDays(27), List.of());

    private final WorkingTime plain = WEEKS.time(OfficeHours.S8);

    @ParameterizedTest(name = "by {0}, {1} are worked")
    @CsvSource({
        "2026-06-08T06:00, PT0S",
        "2026-06-08T08:00, PT0S",
        "2026-06-08T08:00:01, PT1S",
        "2026-06-08T12:00, PT4H",
        "2026-06-08T12:30, PT4H",
        "2026-06-08T17:00, PT8H",
        "2026-06-08T23:00, PT8H",
        "2026-06-13T10:00, PT40H",
        "2026-06-15T09:00, PT41H"
    })
    void lunchAndWeekendsAreNotWorked(LocalDateTime moment, Duration worked) {
        assertThat(plain.workedBy(local(moment))).isEqualTo(worked.toNanos());
    }

    @ParameterizedTest(name = "{0} are worked at {1}")
    @CsvSource({
        "PT1S, 2026-06-08T08:00:01",
        "PT4H, 2026-06-08T12:00",
        "PT4H1S, 2026-06-08T13:00:01",
        "PT8H, 2026-06-08T17:00",
        "PT40H, 2026-06-12T17:00",
        "PT41H, 2026-06-15T09:00"
    })
    void theEndOfASlotStaysThere(Duration worked, LocalDateTime moment) {
        assertThat(WorkingTime.dateTime(plain.whenWorked(worked.toNanos()))).isEqualTo(moment);
    }

    @Test
    void pastTheKnownSpanNothingIsGuessed() {
        assertThat(plain.whenWorked(Duration.ofHours(160).toNanos())).isNotEqualTo(WorkingTime.UNKNOWN);
        assertThat(plain.whenWorked(Duration.ofHours(160).toNanos() + 1)).isEqualTo(WorkingTime.UNKNOWN);
        assertThat(plain.workingDayAfter(MONDAY.toEpochDay(), 20)).isEqualTo(WorkingTime.UNKNOWN);
        assertThat(plain.sameOrNextWorkingDay(MONDAY.plusDays(26).toEpochDay())).isEqualTo(WorkingTime.UNKNOWN);
    }

    @Test
    void hoursChangeWithTheSeason() {
        var winter = new Timetable.Change(MONDAY.plusDays(1), OfficeHours.S75);
        var time = WEEKS.time(new Timetable(OfficeHours.S8, List.of(winter), List.of()));
        assertThat(opening(time, 0)).isEqualTo(LocalTime.of(8, 0));
        assertThat(opening(time, 1)).isEqualTo(LocalTime.of(7, 30));
        assertThat(worked(time, 2)).isEqualTo(Duration.ofMinutes(8 * 60 + 7 * 60 + 30));
    }

    @Test
    void aDayOfTheWeekMayHaveItsOwnHours() {
        var shortFriday = new OfficeHours("F", OfficeHours.S8.slots(), Map.of(DayOfWeek.FRIDAY, List.of(MORNING)));
        var time = WEEKS.time(shortFriday);
        assertThat(worked(time, 7)).isEqualTo(Duration.ofMinutes(4 * 480 + 270));
        assertThat(WorkingTime.timeOf(time.closing(MONDAY.plusDays(4).toEpochDay())))
                .isEqualTo(LocalTime.of(11, 30));
    }

    @ParameterizedTest(name = "{0}: worked {1}, to {3} the {2} is worked")
    @CsvSource({
        "2026-06-09, false, MORNING, PT4H",
        "2026-06-09, false, AFTERNOON, PT4H",
        "2026-06-13, true, MORNING, PT4H"
    })
    void halfADayMayBeOffOrWorked(LocalDate day, boolean worked, SpecialDay.Part part, Duration left) {
        var special = new SpecialDay(day, worked, part, "Nửa ngày", "Quyết định thử", false);
        var time = new WorkingCalendar(1, MONDAY, MONDAY.plusDays(27), List.of(special)).time(OfficeHours.S8);
        long start = WorkingTime.startOf(day.toEpochDay());
        assertThat(time.isWorkingDay(day.toEpochDay())).isTrue();
        assertThat(Duration.ofNanos(time.workedBy(start + Duration.ofHours(23).toNanos()) - time.workedBy(start)))
                .isEqualTo(left);
    }

    @Test
    void aClosureTakesItsTimeFromOneAgencyOnly() {
        var storm = new Closure(
                MONDAY.atTime(10, 0), MONDAY.plusDays(2).atTime(14, 0), "Bão số 3", "Quyết định thử", false);
        var time = WEEKS.time(new Timetable(OfficeHours.S8, List.of(), List.of(storm)));
        assertThat(worked(time, 1)).isEqualTo(Duration.ofHours(2));
        assertThat(time.isWorkingDay(MONDAY.plusDays(1).toEpochDay())).isFalse();
        assertThat(opening(time, 2)).isEqualTo(LocalTime.of(14, 0));
        assertThat(WEEKS.isWorkingDay(MONDAY.plusDays(1))).isTrue();
    }

    @Test
    void aDayThatIsCutShortEndsWhenItOrdinarilyWould() {
        var half = new SpecialDay(
                MONDAY.plusDays(1), false, SpecialDay.Part.AFTERNOON, "Nửa ngày", "Quyết định thử", false);
        var saturday =
                new SpecialDay(MONDAY.plusDays(5), true, SpecialDay.Part.MORNING, "Làm bù", "Quyết định thử", false);
        var storm = new Closure(MONDAY.atTime(10, 0), MONDAY.atTime(20, 0), "Bão số 3", "Quyết định thử", false);
        var shortFriday = new OfficeHours("F", OfficeHours.S8.slots(), Map.of(DayOfWeek.FRIDAY, List.of(MORNING)));
        var time = new WorkingCalendar(1, MONDAY, MONDAY.plusDays(27), List.of(half, saturday))
                .time(new Timetable(shortFriday, List.of(), List.of(storm)));
        assertThat(closings(time, 0)).containsExactly(LocalTime.of(10, 0), LocalTime.of(17, 0));
        assertThat(closings(time, 1)).containsExactly(LocalTime.of(12, 0), LocalTime.of(17, 0));
        assertThat(closings(time, 2)).containsExactly(LocalTime.of(17, 0), LocalTime.of(17, 0));
        assertThat(closings(time, 4)).containsExactly(LocalTime.of(11, 30), LocalTime.of(11, 30));
        assertThat(closings(time, 5)).containsExactly(LocalTime.of(12, 0), LocalTime.of(12, 0));
    }

    private static List<LocalTime> closings(WorkingTime time, int days) {
        long day = MONDAY.plusDays(days).toEpochDay();
        return List.of(WorkingTime.timeOf(time.closing(day)), WorkingTime.timeOf(time.ordinaryClosing(day)));
    }

    @Test
    void localTimeIsSevenHoursAhead() {
        var moment = Instant.parse("2026-06-07T17:00:00.000000001Z");
        assertThat(WorkingTime.dateTime(WorkingTime.local(moment)))
                .isEqualTo(MONDAY.atStartOfDay().plusNanos(1));
        assertThat(WorkingTime.instant(WorkingTime.local(moment))).isEqualTo(moment);
    }

    private static Duration worked(WorkingTime time, int days) {
        return Duration.ofNanos(
                time.workedBy(WorkingTime.startOf(MONDAY.plusDays(days).toEpochDay())));
    }

    private static LocalTime opening(WorkingTime time, int days) {
        return WorkingTime.timeOf(time.opening(MONDAY.plusDays(days).toEpochDay()));
    }

    private static long local(LocalDateTime moment) {
        return WorkingTime.local(WorkingCalendar.instant(moment));
    }

    private static OfficeHours.Slot slot(String from, String to) {
        return new OfficeHours.Slot(LocalTime.parse(from), LocalTime.parse(to));
    }
}
