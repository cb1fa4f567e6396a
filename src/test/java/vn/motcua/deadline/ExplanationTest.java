package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.DeadlineFixtures.at;
import static vn.motcua.deadline.DeadlineFixtures.steps;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/** Steps are written as: local from, local to, counted, kind, rule. */
class ExplanationTest {

    @Test
    void workingDaysNameEveryDaySkippedAndItsDecree() {
        List<Step> steps = steps("2026-08-28T16:30", new Term.WorkingDays(2));
        assertThat(steps)
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2026-08-28T16:30 2026-08-28T17:00 0 START_DAY CLK-1.2",
                        "2026-08-29T00:00 2026-08-30T00:00 0 WEEKEND CLK-1.9",
                        "2026-08-30T00:00 2026-08-31T00:00 0 WEEKEND CLK-1.9",
                        "2026-08-31T00:00 2026-09-01T00:00 0 HOLIDAY CLK-1.9",
                        "2026-09-01T00:00 2026-09-02T00:00 0 HOLIDAY CLK-1.9",
                        "2026-09-02T00:00 2026-09-03T00:00 0 HOLIDAY CLK-1.9",
                        "2026-09-03T08:00 2026-09-03T17:00 1 WORKED CLK-1.2",
                        "2026-09-04T08:00 2026-09-04T17:00 1 WORKED CLK-1.2");
        assertThat(steps.get(0).source()).contains("Bộ luật Dân sự 2015 Điều 147");
        assertThat(steps.get(1).source()).isEmpty();
        assertThat(steps.get(3).source()).contains("Thông báo 9441/TB-BNV ngày 16/10/2025");
        assertThat(steps.get(5).source()).contains("Bộ luật Lao động 2019 Điều 112");
    }

    @Test
    void aWorkedSaturdayStandsWithItsDecree() {
        List<Step> steps = steps("2026-08-21T10:00", new Term.WorkingDays(1));
        assertThat(steps.getLast().kind()).isEqualTo(Step.Kind.WORKED_SATURDAY);
        assertThat(steps.getLast().counted()).isEqualTo(1);
        assertThat(steps.getLast().source()).contains("Thông báo 9441/TB-BNV ngày 16/10/2025");
    }

    @Test
    void workingHoursShowTheLunchBreakAndCountWholeMinutes() {
        assertThat(steps("2024-06-10T10:00:30", new Term.WorkingHours(4)))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2024-06-10T10:00:30 2024-06-10T12:00 119 WORKED CLK-1.3",
                        "2024-06-10T12:00 2024-06-10T13:00 0 LUNCH CLK-1.3",
                        "2024-06-10T13:00 2024-06-10T15:00:30 121 WORKED CLK-1.3");
    }

    @Test
    void aReceiptAtClosingHasNothingLeftOfItsDay() {
        assertThat(steps("2024-06-10T17:00", new Term.WorkingHours(1)))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2024-06-10T17:00 2024-06-10T17:00 0 START_DAY CLK-1.3",
                        "2024-06-11T08:00 2024-06-11T09:00 60 WORKED CLK-1.3");
    }

    @Test
    void aReceiptAfterHoursSaysWhyItCountsLater() {
        assertThat(steps("2024-06-07T17:00:01", new Term.WorkingDays(1)))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2024-06-07T17:00:01 2024-06-08T00:00 0 START_DAY CLK-1.1",
                        "2024-06-08T00:00 2024-06-09T00:00 0 WEEKEND CLK-1.9",
                        "2024-06-09T00:00 2024-06-10T00:00 0 WEEKEND CLK-1.9",
                        "2024-06-10T08:00 2024-06-10T17:00 0 START_DAY CLK-1.2",
                        "2024-06-11T08:00 2024-06-11T17:00 1 WORKED CLK-1.2");
        assertThat(steps("2024-06-07T07:00", new Term.Immediate()))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2024-06-07T07:00 2024-06-07T08:00 0 START_DAY CLK-1.1",
                        "2024-06-07T08:00 2024-06-07T08:00 0 START_DAY CLK-1.8");
    }

    @Test
    void calendarDaysCountDaysOffAndMoveTheEnd() {
        assertThat(steps("2022-04-08T10:00", new Term.CalendarDays(3)))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2022-04-08T10:00 2022-04-09T00:00 0 START_DAY CLK-1.4",
                        "2022-04-09T00:00 2022-04-10T00:00 1 WEEKEND CLK-1.4",
                        "2022-04-10T00:00 2022-04-11T00:00 1 WEEKEND CLK-1.4",
                        "2022-04-11T00:00 2022-04-12T00:00 1 HOLIDAY CLK-1.4",
                        "2022-04-12T08:00 2022-04-12T17:00 0 END_MOVED CLK-1.10");
    }

    @Test
    void monthsCountOneByOne() {
        assertThat(steps("2024-01-31T09:00", new Term.Months(2)))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2024-01-31T09:00 2024-02-01T00:00 0 START_DAY CLK-1.5",
                        "2024-02-01T00:00 2024-03-01T00:00 1 WORKED CLK-1.5",
                        "2024-03-01T00:00 2024-04-01T00:00 1 WORKED CLK-1.5",
                        "2024-04-01T08:00 2024-04-01T17:00 0 END_MOVED CLK-1.10");
    }

    @Test
    void clockHoursAreOneStretch() {
        assertThat(steps("2024-06-07T17:30", new Term.ClockHours(72)))
                .extracting(ExplanationTest::line)
                .containsExactly("2024-06-07T17:30 2024-06-10T17:30 4320 WORKED CLK-1.6");
    }

    @Test
    void aCutOffMissedMovesTheAnswer() {
        assertThat(steps("2026-06-05T15:30", new Term.SameDay(LocalTime.of(15, 0))))
                .extracting(ExplanationTest::line)
                .containsExactly(
                        "2026-06-05T15:30 2026-06-05T17:00 0 START_DAY CLK-1.7",
                        "2026-06-06T00:00 2026-06-07T00:00 0 WEEKEND CLK-1.9",
                        "2026-06-07T00:00 2026-06-08T00:00 0 WEEKEND CLK-1.9",
                        "2026-06-08T08:00 2026-06-08T17:00 0 END_MOVED CLK-1.7");
        assertThat(steps("2026-06-05T15:00", new Term.SameDay(LocalTime.of(15, 0))))
                .extracting(ExplanationTest::line)
                .containsExactly("2026-06-05T15:00 2026-06-05T17:00 0 START_DAY CLK-1.7");
    }

    @Test
    void aReceiptSaysOnWhichSideOfTheCutOffItLies() {
        Term answeredToday = new Term.SameDay(LocalTime.of(15, 0));
        assertThat(steps("2026-06-05T15:00", answeredToday).getFirst().reason()).isEqualTo(Reason.ANSWERED_SAME_DAY);
        assertThat(steps("2026-06-05T15:30", answeredToday).getFirst().reason()).isEqualTo(Reason.AFTER_CUT_OFF);
    }

    @Test
    void everyReasonIsToldInBothLanguages() {
        Step holiday = steps("2026-08-28T16:30", new Term.WorkingDays(2)).get(5);
        assertThat(holiday.because(Language.VIETNAMESE)).isEqualTo("Ngày nghỉ, không tính (Quốc khánh).");
        assertThat(holiday.because(Language.ENGLISH)).isEqualTo("Day off, not counted (Quốc khánh).");
        for (Reason reason : Reason.values()) {
            assertThat(reason.vietnamese()).isNotBlank().isNotEqualTo(reason.english());
        }
    }

    @Test
    void aStretchOfManyDaysDoesNotBearTheNameOfItsFirst() {
        assertThat(steps("2026-09-02T09:00", new Term.ClockHours(48)).getFirst().source())
                .isEmpty();
        assertThat(steps("2026-04-29T09:00", new Term.Months(1)).get(1).because(Language.ENGLISH))
                .isEqualTo("One month counted.");
    }

    @Test
    void theExplanationIsOfTheSameDeadline() {
        assertThat(steps("2026-08-28T16:30", new Term.WorkingDays(2)).getLast().to())
                .isEqualTo(at("2026-09-04T17:00"));
    }

    private static String line(Step step) {
        return "%s %s %d %s %s"
                .formatted(
                        WorkingCalendar.local(step.from()),
                        WorkingCalendar.local(step.to()),
                        step.counted(),
                        step.kind(),
                        step.rule().number());
    }
}
