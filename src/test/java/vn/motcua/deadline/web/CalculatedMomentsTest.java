package vn.motcua.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OneCalendar;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.AnyTermDto;
import vn.motcua.contract.AnyTermUnitDto;
import vn.motcua.contract.DeadlineCalculationDto;
import vn.motcua.contract.DeadlineDto;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.territory.Territory;

/** What the calculator answers at the edges of time, of the calendar and of the law. */
class CalculatedMomentsTest {

    private static final WorkingCalendar CALENDAR = CalendarFixtures.seeded();

    @Test
    void aMomentIsTheSameInWhateverOffsetItComes() {
        for (String moment :
                List.of("2026-06-05T17:00:01+07:00", "2026-06-05T10:00:01Z", "2026-06-06T00:00:01+14:00")) {
            DeadlineDto answer = answer(CALENDAR, moment, 1, AnyTermUnitDto.WORKING_DAY);
            assertThat(answer.getDueAt()).isEqualTo("2026-06-09T17:00+07:00");
            assertThat(answer.getCountedFrom()).isEqualTo("2026-06-08T07:00+07:00");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKING_DAY", "WORKING_HOUR", "CALENDAR_DAY", "MONTH"})
    void theLongestTermEndsPastTheCalendarAndTheRefusalNamesItsLastDay(AnyTermUnitDto unit) {
        Problem refusal =
                catchThrowableOfType(Problem.class, () -> answer(CALENDAR, "2027-06-01T09:00+07:00", 3650, unit));
        assertThat(refusal.type()).isEqualTo(ProblemType.CALENDAR_ENDS);
        assertThat(refusal.arguments()).containsEntry("day", LocalDate.parse("2027-12-31"));
    }

    @ParameterizedTest(name = "received {0}: due {1}, depends on a forecast: {2}")
    @CsvSource({
        "2026-02-20T10:00+07:00, 2026-02-24T17:00+07:00, false",
        "2026-02-22T23:59+07:00, 2026-02-24T17:00+07:00, false",
        "2026-02-23T10:00+07:00, 2026-02-24T17:00+07:00, false",
        "2026-11-23T10:00+07:00, 2026-11-25T17:00+07:00, false",
        "2026-11-24T10:00+07:00, 2026-11-26T17:00+07:00, false",
        "2025-11-24T10:00+07:00, 2025-11-25T17:00+07:00, false",
        "2027-02-10T10:00+07:00, 2027-02-12T17:00+07:00, true"
    })
    void theEndOfTetAndTheDayOfCultureSince2026AreDaysOff(String received, String due, boolean forecast) {
        DeadlineDto answer = answer(CALENDAR, received, 1, AnyTermUnitDto.WORKING_DAY);
        assertThat(answer.getDueAt()).isEqualTo(due);
        assertThat(answer.getDependsOnForecast()).isEqualTo(forecast);
    }

    @Test
    void aProposedSwapMovesNothingAndIsSaid() {
        String friday = "2026-11-20T10:00+07:00";
        DeadlineDto plain = answer(CALENDAR, friday, 2, AnyTermUnitDto.WORKING_DAY);
        DeadlineDto proposed = answer(swapProposed(), friday, 2, AnyTermUnitDto.WORKING_DAY);
        assertThat(proposed.getDueAt()).isEqualTo(plain.getDueAt()).isEqualTo("2026-11-25T17:00+07:00");
        assertThat(plain.getDependsOnForecast()).isFalse();
        assertThat(proposed.getDependsOnForecast()).isTrue();
    }

    private static WorkingCalendar swapProposed() {
        return new WorkingCalendar(
                2,
                CALENDAR.knownFrom(),
                CALENDAR.knownUntil(),
                CALENDAR.specialDays(),
                List.of(proposed("2026-11-23", false), proposed("2026-11-28", true)),
                Map.of());
    }

    private static SpecialDay proposed(String day, boolean worked) {
        return new SpecialDay(LocalDate.parse(day), worked, "Hoán đổi", "Đề xuất", true);
    }

    private static DeadlineDto answer(WorkingCalendar calendar, String receivedAt, int value, AnyTermUnitDto unit) {
        var controller = new DeadlineController(
                new OneCalendar(calendar),
                () -> Mono.just(new ProcedureCatalogue(List.of())),
                () -> Mono.just(new Territory(List.of(), List.of(), List.of())));
        var asked =
                new DeadlineCalculationDto(OffsetDateTime.parse(receivedAt)).term(new AnyTermDto(unit).value(value));
        DeadlineDto answer = controller
                .calculateDeadline(Mono.just(asked), MockServerWebExchange.from(MockServerHttpRequest.post("/")))
                .block();
        assertThat(answer).isNotNull();
        return answer;
    }
}
