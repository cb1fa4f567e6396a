package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;

/** Weeks of June 2026, office hours S8 (08:00 to 12:00, 13:00 to 17:00); 2026-06-01 is a Monday. */
class DeadlineWarningTest {

    private static final WorkingTime TIME = CALENDAR.time(OfficeHours.S8);
    private static final List<WarningPoint> POINTS =
            List.of(new WarningPoint.Share(80), new WarningPoint.Share(50), new WarningPoint.WorkingDaysBefore(1));

    @ParameterizedTest(name = "{0} percent between {1} and {2}: {3}")
    @CsvSource({
        "50, 2026-06-01T08:00, 2026-06-02T17:00, 2026-06-01T17:00",
        "80, 2026-06-01T08:00, 2026-06-02T17:00, 2026-06-02T13:48",
        "50, 2026-06-05T13:00, 2026-06-08T12:00, 2026-06-05T17:00",
        "75, 2026-06-05T13:00, 2026-06-08T12:00, 2026-06-08T10:00",
        "50, 2026-05-30T22:00, 2026-06-01T12:00, 2026-06-01T10:00"
    })
    void aShareIsCountedInWorkingTime(int percent, String from, String due, String warned) {
        assertThat(new WarningPoint.Share(percent).at(at(from), at(due), TIME)).contains(at(warned));
    }

    @ParameterizedTest(name = "{0} working days before {1}: {2}")
    @CsvSource({
        "1, 2026-06-04T17:00, 2026-06-03T17:00",
        "1, 2026-06-08T10:00, 2026-06-05T10:00",
        "2, 2026-06-08T10:00, 2026-06-04T10:00",
        "1, 2026-06-08T22:00, 2026-06-05T17:00",
        "1, 2026-06-06T10:00, 2026-06-05T10:00",
        "1, 2026-06-06T03:00, 2026-06-05T08:00"
    })
    void aWorkingDayBeforeIsTheSameTimeOfDayInsideItsHours(int days, String due, String warned) {
        assertThat(new WarningPoint.WorkingDaysBefore(days).at(at("2026-06-01T08:00"), at(due), TIME))
                .contains(at(warned));
    }

    @Test
    void warningsComeWhileSomebodyWorks() {
        var time = VectorCalendar.time("closed:2026-06-04T11:30/2026-06-04T23:00", "S8");
        assertThat(new WarningPoint.Share(90).at(at("2026-06-03T08:00"), at("2026-06-04T17:00"), time))
                .contains(at("2026-06-04T10:21"));
        assertThat(new WarningPoint.WorkingDaysBefore(1).at(at("2026-06-01T08:00"), at("2026-06-05T17:00"), time))
                .contains(at("2026-06-04T11:30"));
    }

    @Test
    void pointsComeInOrderAndEachOnce() {
        assertThat(DeadlineWarning.of(
                        ClockKind.PROCESSING, POINTS, at("2026-06-01T08:00"), at("2026-06-04T17:00"), TIME))
                .extracting(warning -> warning.point().code(), DeadlineWarning::at)
                .containsExactly(
                        tuple("PERCENT_50", at("2026-06-02T17:00")),
                        tuple("WORKING_DAYS_BEFORE_1", at("2026-06-03T17:00")),
                        tuple("PERCENT_80", at("2026-06-04T09:36")));
    }

    @Test
    void aPointBeforeTheStartNeverComes() {
        assertThat(DeadlineWarning.of(
                        ClockKind.INTAKE_ANSWER, POINTS, at("2026-06-01T09:00"), at("2026-06-02T09:00"), TIME))
                .extracting(warning -> warning.point().code())
                .containsExactly("PERCENT_50", "PERCENT_80");
    }

    @Test
    void whereNothingIsWorkedBeforeTheDueMomentThereIsNothingToWarnOf() {
        assertThat(DeadlineWarning.of(
                        ClockKind.PROCESSING, POINTS, at("2026-06-06T09:00"), at("2026-06-06T12:00"), TIME))
                .isEmpty();
    }

    @Test
    void anAbsurdPointIsRefused() {
        for (int percent : List.of(-1, 0, 100)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WarningPoint.Share(percent));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new WarningPoint.WorkingDaysBefore(0));
    }
}
