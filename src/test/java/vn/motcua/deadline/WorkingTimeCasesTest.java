package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

/**
 * Every row of the reference cases, on the seeded calendar, the forecast flag included. The three rows flagged there lie
 * over the forecast Tet of 2027; a row that would change only by the proposed swap of 2026-11-23 could not be flagged
 * here, since a proposal is not in the calendar. This sample has none.
 */
class WorkingTimeCasesTest {

    private static final WorkingCalendar CALENDAR = CalendarFixtures.seeded();

    @ParameterizedTest(name = "{0} ({7}): {2} + {3} {4} = {5}")
    @CsvFileSource(resources = "/deadline/working_time_cases.csv", numLinesToSkip = 1)
    void meetsTheReference(
            String id,
            String schedule,
            OffsetDateTime receivedAt,
            int duration,
            String unit,
            OffsetDateTime dueAt,
            OffsetDateTime countedFrom,
            String tag,
            int dependsOnForecast) {
        OfficeHours hours = OfficeHours.named(schedule).orElseThrow();
        Computation computed = Deadlines.due(receivedAt.toInstant(), term(duration, unit), CALENDAR.time(hours));
        assertThat(computed)
                .isEqualTo(new Computation.Due(
                        new Deadline(dueAt.toInstant(), countedFrom.toInstant(), 1, "CLK-1", dependsOnForecast == 1)));
    }

    @ParameterizedTest(name = "{0}, cut-off {1}: {2}")
    @CsvFileSource(resources = "/deadline/same_day_cases.csv", numLinesToSkip = 1)
    void meetsTheReferenceForTheSameDay(OffsetDateTime receivedAt, LocalTime cutOff, OffsetDateTime dueAt) {
        Computation computed =
                Deadlines.due(receivedAt.toInstant(), new Term.SameDay(cutOff), CALENDAR.time(OfficeHours.S8));
        assertThat(computed)
                .isInstanceOfSatisfying(
                        Computation.Due.class,
                        due -> assertThat(due.deadline().dueAt()).isEqualTo(dueAt.toInstant()));
    }

    private static Term term(int duration, String unit) {
        return switch (unit) {
            case "working_day" -> new Term.WorkingDays(duration);
            case "working_hour" -> new Term.WorkingHours(duration);
            case "calendar_day" -> new Term.CalendarDays(duration);
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
