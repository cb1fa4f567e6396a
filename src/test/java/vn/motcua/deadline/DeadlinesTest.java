package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;
import static vn.motcua.deadline.DeadlineFixtures.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Term;

class DeadlinesTest {

    @ParameterizedTest(name = "received {0}: counted from {1}, one working day later {2}")
    @CsvSource({
        "2024-06-07T17:00:00,           2024-06-07T17:00, 2024-06-10T17:00",
        "2024-06-07T17:00:00.000000001, 2024-06-10T08:00, 2024-06-11T17:00",
        "2024-06-07T17:00:01,           2024-06-10T08:00, 2024-06-11T17:00",
        "2024-06-07T12:30:00,           2024-06-07T12:30, 2024-06-10T17:00",
        "2024-06-07T07:59:59,           2024-06-07T08:00, 2024-06-10T17:00",
        "2026-08-22T10:00:00,           2026-08-22T10:00, 2026-08-24T17:00"
    })
    void aReceiptUpToClosingCountsThatDay(String received, LocalDateTime countedFrom, LocalDateTime due) {
        Deadline deadline = deadline(received, new Term.WorkingDays(1));
        assertThat(WorkingCalendar.local(deadline.countedFrom())).isEqualTo(countedFrom);
        assertThat(WorkingCalendar.local(deadline.dueAt())).isEqualTo(due);
    }

    @ParameterizedTest(name = "received {0}, {1} months: {2}")
    @CsvSource({
        "2025-01-31T09:00, 1, 2025-03-03T17:00",
        "2024-01-31T09:00, 1, 2024-02-29T17:00",
        "2024-01-30T09:00, 3, 2024-05-02T17:00",
        "2026-03-31T09:00, 1, 2026-05-04T17:00",
        "2026-07-22T09:00, 1, 2026-08-22T17:00",
        "2024-08-30T17:30, 1, 2024-10-04T17:00"
    })
    void monthsEndOnTheSameDayNumberOrTheLastDay(String received, int months, LocalDateTime due) {
        assertThat(WorkingCalendar.local(
                        deadline(received, new Term.Months(months)).dueAt()))
                .isEqualTo(due);
    }

    @Test
    void workingHoursEndAtAWindowsEndAndNotAtTheNextOpening() {
        assertThat(deadline("2024-06-10T08:00", new Term.WorkingHours(4)).dueAt())
                .isEqualTo(at("2024-06-10T12:00"));
        assertThat(deadline("2024-06-10T08:00", new Term.WorkingHours(8)).dueAt())
                .isEqualTo(at("2024-06-10T17:00"));
        assertThat(deadline("2024-06-10T08:00:00.5", new Term.WorkingHours(4)).dueAt())
                .isEqualTo(at("2024-06-10T13:00:00.5"));
    }

    @Test
    void clockHoursRunDayAndNightWithoutACalendar() {
        Deadline deadline = deadline("2026-02-17T23:00", new Term.ClockHours(2));
        assertThat(deadline.dueAt()).isEqualTo(at("2026-02-18T01:00"));
        assertThat(deadline.countedFrom()).isEqualTo(at("2026-02-17T23:00"));
        assertThat(deadline("2031-01-01T00:30", new Term.ClockHours(48)).dueAt())
                .isEqualTo(at("2031-01-03T00:30"));
    }

    @ParameterizedTest(name = "received {0}: {1}")
    @CsvSource({
        "2026-06-01T15:00:00, 2026-06-01T17:00",
        "2026-06-01T15:00:01, 2026-06-02T17:00",
        "2026-06-01T17:00:01, 2026-06-02T17:00",
        "2026-06-05T15:00:01, 2026-06-08T17:00",
        "2026-06-06T16:00:00, 2026-06-08T17:00",
        "2026-08-21T15:00:01, 2026-08-22T17:00"
    })
    void theCutOffItselfBelongsToTheDay(String received, LocalDateTime due) {
        Deadline deadline = deadline(received, new Term.SameDay(LocalTime.of(15, 0)));
        assertThat(WorkingCalendar.local(deadline.dueAt())).isEqualTo(due);
    }

    @Test
    void immediateIsDueAtOnceOrAtTheNextOpening() {
        assertThat(deadline("2026-06-01T09:12:13", new Term.Immediate()).dueAt())
                .isEqualTo(at("2026-06-01T09:12:13"));
        assertThat(deadline("2026-06-05T18:00", new Term.Immediate()).dueAt()).isEqualTo(at("2026-06-08T08:00"));
    }

    @Test
    void theIntakeAnswerIsDueAfterEightWorkingHours() {
        assertThat(Deadlines.intakeAnswerDue(at("2026-06-05T15:00"), CALENDAR.time(OfficeHours.S8M)))
                .isEqualTo(Deadlines.due(
                        at("2026-06-05T15:00"), new Term.WorkingHours(8), CALENDAR.time(OfficeHours.S8M)));
        assertThat(deadline(at("2026-06-05T15:00"), Deadlines.INTAKE_ANSWER, CALENDAR, OfficeHours.S8M)
                        .dueAt())
                .isEqualTo(at("2026-06-08T15:00"));
    }

    static Stream<Term> termsThatNeedTheCalendar() {
        return Stream.of(
                new Term.WorkingDays(1),
                new Term.WorkingHours(1),
                new Term.CalendarDays(1),
                new Term.Months(1),
                new Term.SameDay(LocalTime.of(15, 0)),
                new Term.Immediate());
    }

    @ParameterizedTest
    @MethodSource("termsThatNeedTheCalendar")
    void nothingIsComputedForADayThatNobodyKnows(Term term) {
        assertThat(Deadlines.due(at("2019-12-30T23:59:59"), term, CALENDAR.time(OfficeHours.S8)))
                .isEqualTo(new OutsideCalendar(OutsideCalendar.Side.BEFORE, LocalDate.parse("2019-12-31")));
        for (String late : List.of("2027-12-31T17:00:01", "2028-01-01T00:00", "2029-05-05T09:00")) {
            assertThat(Deadlines.due(at(late), term, CALENDAR.time(OfficeHours.S8)))
                    .isEqualTo(afterTheLastDay());
            assertThat(Deadlines.explain(at(late), term, CALENDAR.time(OfficeHours.S8)))
                    .isEqualTo(afterTheLastDay());
        }
    }

    static Stream<Term> longTerms() {
        return Stream.of(
                new Term.WorkingDays(Integer.MAX_VALUE),
                new Term.WorkingHours(Integer.MAX_VALUE),
                new Term.CalendarDays(Integer.MAX_VALUE),
                new Term.Months(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("longTerms")
    void noTermIsTooLongToBeAnswered(Term term) {
        assertThat(Deadlines.due(at("2026-06-01T09:00"), term, CALENDAR.time(OfficeHours.S8)))
                .isEqualTo(afterTheLastDay());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aTermOfNothingOrLessIsNone(int amount) {
        for (IntFunction<Term> unit : List.<IntFunction<Term>>of(
                Term.WorkingDays::new,
                Term.WorkingHours::new,
                Term.CalendarDays::new,
                Term.ClockHours::new,
                Term.Months::new)) {
            assertThatIllegalArgumentException().isThrownBy(() -> unit.apply(amount));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Term.Composite(List.of()));
    }

    @Test
    void theKnownSpanIsUsedToItsEdges() {
        assertThat(deadline("2019-12-31T00:00", new Term.WorkingHours(1)).dueAt())
                .isEqualTo(at("2019-12-31T09:00"));
        assertThat(deadline("2027-12-30T17:00", new Term.WorkingDays(1)).dueAt())
                .isEqualTo(at("2027-12-31T17:00"));
        assertThat(deadline("2027-12-31T16:00", new Term.WorkingHours(1)).dueAt())
                .isEqualTo(at("2027-12-31T17:00"));
        assertThat(Deadlines.due(at("2027-12-31T16:00:01"), new Term.WorkingHours(1), CALENDAR.time(OfficeHours.S8)))
                .isEqualTo(afterTheLastDay());
    }

    @ParameterizedTest(name = "received {0}, {1} {2}: {3}")
    @CsvSource({
        "2027-02-03T10:00, 1, WORKING_DAY,  true",
        "2027-02-02T10:00, 1, WORKING_DAY,  false",
        "2027-02-11T10:00, 1, WORKING_DAY,  false",
        "2027-02-04T10:00, 1, WORKING_HOUR, true",
        "2027-02-01T10:00, 30, CALENDAR_DAY, false",
        "2027-02-01T10:00, 4, CALENDAR_DAY, true",
        "2027-02-06T10:00, 30, CALENDAR_DAY, true",
        "2027-02-06T10:00, 30, CLOCK_HOUR,  false",
        "2026-11-20T10:00, 1, WORKING_DAY,  false"
    })
    void aForecastIsNamedWhereItMatters(String received, int value, String unit, boolean depends) {
        Term term = switch (unit) {
            case "WORKING_DAY" -> new Term.WorkingDays(value);
            case "WORKING_HOUR" -> new Term.WorkingHours(value);
            case "CALENDAR_DAY" -> new Term.CalendarDays(value);
            default -> new Term.ClockHours(value);
        };
        assertThat(deadline(received, term).dependsOnForecast()).isEqualTo(depends);
    }

    private static OutsideCalendar afterTheLastDay() {
        return new OutsideCalendar(OutsideCalendar.Side.AFTER, LocalDate.parse("2027-12-31"));
    }
}
