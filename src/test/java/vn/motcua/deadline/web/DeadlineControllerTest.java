package vn.motcua.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.procedure.ProcedureFixtures.variant;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OneCalendar;
import vn.motcua.contract.AnyTermDto;
import vn.motcua.contract.AnyTermUnitDto;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.DeadlineCalculationDto;
import vn.motcua.contract.DeadlineDto;
import vn.motcua.contract.FirstDayDto;
import vn.motcua.contract.ScheduleNameDto;
import vn.motcua.contract.TermDto;
import vn.motcua.contract.TermStageDto;
import vn.motcua.contract.TermUnitDto;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureFixtures;
import vn.motcua.procedure.Term;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.TerritoryFixtures;

class DeadlineControllerTest {

    private static final Agency AGENCY = new Agency(
            7, "H27.01", false, "UBND xã", AgencyKind.PEOPLES_COMMITTEE, Level.COMMUNE, Optional.of(1), "S75");
    private static final ProcedureCatalogue CATALOGUE = new ProcedureCatalogue(List.of(ProcedureFixtures.procedure(
            1,
            "1.004222",
            "Đăng ký thường trú",
            variant(Channel.ONLINE, "only", Optional.of(new Term.WorkingDays(7))),
            variant(Channel.COUNTER, "first", Optional.of(new Term.WorkingDays(7))),
            variant(Channel.COUNTER, "second", Optional.empty()))));

    private final DeadlineController controller = new DeadlineController(
            new OneCalendar(CalendarFixtures.seeded()),
            () -> Mono.just(CATALOGUE),
            () -> Mono.just(new Territory(List.of(), List.of(), List.of(TerritoryFixtures.ever(AGENCY)))));

    @Test
    void answersTheContractsOwnExample() {
        WebTestClient.bindToController(controller)
                .build()
                .post()
                .uri("/api/v1/deadline-calculations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                    {"receivedAt": "2026-02-13T16:45:00+07:00", "term": {"value": 3, "unit": "WORKING_DAY"}, "schedule": "S8"}
                    """)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.dueAt")
                .isEqualTo("2026-02-25T17:00:00+07:00")
                .jsonPath("$.countedFrom")
                .isEqualTo("2026-02-13T16:45:00+07:00")
                .jsonPath("$.ruleVersion")
                .isEqualTo("CLK-1")
                .jsonPath("$.calendarVersion")
                .isEqualTo(1)
                .jsonPath("$.steps.length()")
                .isEqualTo(13)
                .jsonPath("$.steps[3].kind")
                .isEqualTo("HOLIDAY")
                .jsonPath("$.steps[3].source")
                .isEqualTo("Thông báo 9441/TB-BNV ngày 16/10/2025");
    }

    @Test
    void explainsInTheCallersLanguage() {
        DeadlineCalculationDto asked = asked("2026-06-01T09:00+07:00").term(term(1, AnyTermUnitDto.WORKING_DAY));
        assertThat(answer(asked, "").getSteps().getFirst().getBecause()).startsWith("Ngày bắt đầu");
        assertThat(answer(asked, "en-GB, vi;q=0.5").getSteps().getFirst().getBecause())
                .startsWith("The first day");
        assertThat(answer(asked, "fr, ???").getSteps().getFirst().getBecause()).startsWith("Ngày bắt đầu");
    }

    @Test
    void takesTheDefaultTimetableOrTheAgencysOwn() {
        DeadlineCalculationDto asked = asked("2026-06-01T05:00+07:00").term(new AnyTermDto(AnyTermUnitDto.IMMEDIATE));
        assertThat(answer(asked, "").getDueAt()).isEqualTo("2026-06-01T07:00+07:00");
        assertThat(answer(asked.agency("H27.01"), "").getDueAt()).isEqualTo("2026-06-01T07:30+07:00");
        assertThat(answer(asked.agency("7"), "").getDueAt()).isEqualTo("2026-06-01T07:30+07:00");
    }

    @Test
    void takesTheTermOfTheProcedureInForce() {
        DeadlineCalculationDto asked =
                asked("2026-06-01T09:00+07:00").procedureCode("1.004222").channel(ChannelDto.ONLINE);
        assertThat(answer(asked, "").getDueAt()).isEqualTo("2026-06-10T17:00+07:00");
        assertThat(answer(asked.channel(ChannelDto.COUNTER)._case("first"), "").getDueAt())
                .isEqualTo("2026-06-10T17:00+07:00");
    }

    @Test
    void namesTheEdgeOfTheCalendar() {
        DeadlineCalculationDto late = asked("2027-12-31T09:00+07:00").term(term(1, AnyTermUnitDto.WORKING_DAY));
        assertThat(refusal(late).type()).isEqualTo(ProblemType.CALENDAR_ENDS);
        assertThat(refusal(late).arguments()).containsEntry("day", LocalDate.parse("2027-12-31"));
        DeadlineCalculationDto early = asked("2019-12-30T23:59+07:00").term(term(1, AnyTermUnitDto.WORKING_DAY));
        assertThat(refusal(early).type()).isEqualTo(ProblemType.CALENDAR_STARTS);
        assertThat(refusal(early).arguments()).containsEntry("day", LocalDate.parse("2019-12-31"));
    }

    @Test
    void saysWhichProcedureChannelOrCaseThereIs() {
        DeadlineCalculationDto unknown = byProcedure("1.000001", ChannelDto.ONLINE);
        assertThat(refusal(unknown).type()).isEqualTo(ProblemType.UNKNOWN_PROCEDURE);
        DeadlineCalculationDto before =
                asked("2025-06-30T09:00+07:00").procedureCode("1.004222").channel(ChannelDto.ONLINE);
        assertThat(refusal(before).type()).isEqualTo(ProblemType.UNKNOWN_PROCEDURE);
        Problem channel = refusal(byProcedure("1.004222", ChannelDto.POSTAL));
        assertThat(channel.type()).isEqualTo(ProblemType.CHANNEL_NOT_OFFERED);
        assertThat(channel.choices()).containsExactly("ONLINE", "COUNTER");
        Problem variant = refusal(byProcedure("1.004222", ChannelDto.COUNTER));
        assertThat(variant.type()).isEqualTo(ProblemType.VARIANT_AMBIGUOUS);
        assertThat(variant.choices()).containsExactly("first", "second");
        Problem unconfirmed =
                refusal(byProcedure("1.004222", ChannelDto.COUNTER)._case("second"));
        assertThat(unconfirmed.type()).isEqualTo(ProblemType.TERM_UNCONFIRMED);
    }

    @Test
    void namesTheUnknownAgencyBesideTheUnknownProcedure() {
        DeadlineCalculationDto agency = asked("2026-06-01T09:00+07:00")
                .term(term(1, AnyTermUnitDto.MONTH))
                .agency("nowhere");
        assertThat(refusal(agency).type()).isEqualTo(ProblemType.UNKNOWN_AGENCY);
        Problem both = refusal(byProcedure("1.000001", ChannelDto.ONLINE).agency("nowhere"));
        assertThat(both.type()).isEqualTo(ProblemType.INVALID_FIELDS);
        assertThat(both.errors()).extracting(FieldError::pointer).containsExactly("/procedureCode", "/agency");
    }

    @Test
    void namesEveryFieldThatDoesNotFitAtOnce() {
        DeadlineCalculationDto crowded = asked("2026-06-01T09:00+07:00")
                .term(term(1, AnyTermUnitDto.SAME_DAY))
                .procedureCode("1.004222")
                .schedule(ScheduleNameDto.S8)
                .agency("7");
        assertThat(refusal(crowded).errors())
                .containsExactly(
                        new FieldError("/procedureCode", "conflicting-fields"),
                        new FieldError("/channel", "missing-field"),
                        new FieldError("/agency", "conflicting-fields"),
                        new FieldError("/term/value", "conflicting-fields"),
                        new FieldError("/term/cutOff", "missing-field"));
        DeadlineCalculationDto bare =
                asked("2026-06-01T09:00+07:00").channel(ChannelDto.ONLINE)._case("only");
        assertThat(refusal(bare).errors())
                .containsExactly(
                        new FieldError("/term", "missing-field"),
                        new FieldError("/channel", "conflicting-fields"),
                        new FieldError("/case", "conflicting-fields"));
        AnyTermDto cutOff = new AnyTermDto(AnyTermUnitDto.WORKING_HOUR).cutOff("15:00");
        assertThat(refusal(asked("+12026-06-01T09:00+07:00").term(cutOff)).errors())
                .containsExactly(
                        new FieldError("/receivedAt", "invalid-date"),
                        new FieldError("/term/value", "missing-field"),
                        new FieldError("/term/cutOff", "conflicting-fields"));
    }

    @Test
    void stagesFollowEachOtherAndEveryStepNamesItsOwn() {
        AnyTermDto term = new AnyTermDto(AnyTermUnitDto.STAGES)
                .stages(List.of(
                        new TermStageDto("Thẩm định", new TermDto(TermUnitDto.WORKING_DAY).value(2)),
                        new TermStageDto("Phê duyệt", new TermDto(TermUnitDto.CALENDAR_DAY).value(10))));
        DeadlineDto answer = answer(asked("2026-06-01T09:00+07:00").term(term), "");
        assertThat(answer.getDueAt()).isEqualTo("2026-06-15T17:00+07:00");
        assertThat(answer.getSteps().getFirst().getStage()).isEqualTo("Thẩm định");
        assertThat(answer.getSteps().getLast().getStage()).isEqualTo("Phê duyệt");
    }

    @Test
    void stagesStandWithNothingElse() {
        AnyTermDto crowded = new AnyTermDto(AnyTermUnitDto.STAGES).value(3).cutOff("15:00");
        assertThat(refusal(asked("2026-06-01T09:00+07:00").term(crowded)).errors())
                .containsExactly(
                        new FieldError("/term/stages", "missing-field"),
                        new FieldError("/term/value", "conflicting-fields"),
                        new FieldError("/term/cutOff", "conflicting-fields"));
        AnyTermDto empty = new AnyTermDto(AnyTermUnitDto.STAGES)
                .stages(List.of(new TermStageDto("Thẩm định", new TermDto(TermUnitDto.WORKING_DAY))));
        assertThat(refusal(asked("2026-06-01T09:00+07:00").term(empty)).errors())
                .containsExactly(new FieldError("/term/stages/0/term/value", "missing-field"));
    }

    @Test
    void countsFromTheDayOfReceiptWhereThatReadingIsAskedFor() {
        DeadlineCalculationDto late = asked("2026-06-05T17:00:01+07:00").term(term(1, AnyTermUnitDto.WORKING_DAY));
        assertThat(answer(late, "").getDueAt()).isEqualTo("2026-06-09T17:00+07:00");
        assertThat(answer(late.firstDay(FirstDayDto.OPENING), "").getDueAt()).isEqualTo("2026-06-09T17:00+07:00");
        assertThat(answer(late.firstDay(FirstDayDto.RECEIPT), "").getDueAt()).isEqualTo("2026-06-08T17:00+07:00");
    }

    private DeadlineDto answer(DeadlineCalculationDto asked, String language) {
        var request = MockServerHttpRequest.post("/").header("Accept-Language", language);
        DeadlineDto answer = controller
                .calculateDeadline(Mono.just(asked), MockServerWebExchange.from(request))
                .block();
        assertThat(answer).isNotNull();
        return answer;
    }

    private Problem refusal(DeadlineCalculationDto asked) {
        return catchThrowableOfType(Problem.class, () -> answer(asked, ""));
    }

    private static DeadlineCalculationDto byProcedure(String code, ChannelDto channel) {
        return asked("2026-06-01T09:00+07:00").procedureCode(code).channel(channel);
    }

    private static DeadlineCalculationDto asked(String receivedAt) {
        return new DeadlineCalculationDto(OffsetDateTime.parse(receivedAt));
    }

    private static AnyTermDto term(int value, AnyTermUnitDto unit) {
        return new AnyTermDto(unit).value(value);
    }
}
