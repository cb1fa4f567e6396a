package vn.motcua.procedure.web;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.ProcedureApi;
import vn.motcua.contract.ProcedureDto;
import vn.motcua.contract.ProcedureGapPageDto;
import vn.motcua.contract.ProcedurePageDto;
import vn.motcua.contract.TermConfirmationDto;
import vn.motcua.contract.TermGapDto;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Pages;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.platform.web.RequestDigest;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.application.ConfirmTerm;
import vn.motcua.procedure.application.ConfirmationRefused;
import vn.motcua.procedure.application.ConfirmationRequest;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.Level;

/** HTTP for the catalogue. */
@RestController
class ProcedureController implements ProcedureApi {

    private final Procedures procedures;
    private final ConfirmTerm confirming;
    private final Callers callers;
    private final Pages pages;
    private final GapPages gaps;
    private final InstantSource clock;
    private final JsonMapper json;

    ProcedureController(
            Procedures procedures,
            ConfirmTerm confirming,
            Callers callers,
            Pages pages,
            GapPages gaps,
            InstantSource clock,
            JsonMapper json) {
        this.procedures = procedures;
        this.confirming = confirming;
        this.callers = callers;
        this.pages = pages;
        this.gaps = gaps;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Mono<ProcedurePageDto> listProcedures(
            @Nullable String query,
            @Nullable LevelDto level,
            @Nullable LocalDate on,
            Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        List<String> filters = List.of(Pages.filter("query", query), Pages.filter("level", level));
        Pages.Asked asked = pages.asked(PATH_LIST_PROCEDURES, filters, on, today(), limit, cursor);
        return procedures
                .current()
                .map(catalogue -> catalogue.find(requireNonNullElse(query, ""), asked.day()).stream()
                        .filter(version -> isAt(version, level))
                        .toList())
                .map(found -> pages.of(asked, found, ProcedureVersion::code))
                .map(page -> new ProcedurePageDto(
                        page.items().stream().map(ProcedureMapping::toSummary).toList(), page.next()));
    }

    @Override
    public Mono<ProcedureDto> getProcedure(String code, @Nullable LocalDate on, ServerWebExchange exchange) {
        ProcedureCode known = code(code);
        LocalDate day = requireNonNullElse(on, today());
        return procedures
                .current()
                .map(catalogue -> catalogue.inForce(known, day).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND)))
                .map(ProcedureMapping::toDto);
    }

    @Override
    public Mono<ProcedureDto> confirmTerm(
            String code, Mono<TermConfirmationDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(dto -> confirming.confirm(
                        request(caller, code(code), dto, moment, IdempotencyKey.optional(idempotencyKey), exchange),
                        version -> json.writeValueAsString(ProcedureMapping.toDto(version)))))
                .map(answer -> {
                    if (answer.replayed()) {
                        exchange.getResponse().getHeaders().set("Idempotency-Replayed", "true");
                    }
                    return json.readValue(answer.body(), ProcedureDto.class);
                })
                .onErrorMap(ConfirmationRefused.class, ProcedureProblems::of);
    }

    @Override
    public Mono<ProcedureGapPageDto> listProcedureGaps(
            @Nullable TermGapDto reason, Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        return callers.of(exchange)
                .filter(caller -> caller.is(Role.OPERATOR) || caller.is(Role.AUDITOR))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.FORBIDDEN)))
                .flatMap(caller -> procedures
                        .current()
                        .map(catalogue -> gaps.page(
                                catalogue.missingTerms(today()),
                                new GapPages.Asked(caller.subject(), Optional.ofNullable(reason), limit, cursor))));
    }

    private static ConfirmationRequest request(
            Caller caller,
            ProcedureCode code,
            TermConfirmationDto dto,
            Instant moment,
            Optional<String> key,
            ServerWebExchange exchange) {
        List<FieldError> faults = TermFields.faults(dto.getTerm(), "/term");
        if (!faults.isEmpty()) {
            throw Problem.fields(faults);
        }
        return new ConfirmationRequest(
                caller,
                code,
                requireNonNullElse(dto.getChannels(), List.<ChannelDto>of()).stream()
                        .map(channel -> Channel.valueOf(channel.name()))
                        .toList(),
                dto.getCase(),
                TermFields.toTerm(dto.getTerm()),
                dto.getSource(),
                dto.getVerified(),
                moment,
                key,
                path(exchange) + " " + RequestDigest.of(exchange));
    }

    private static boolean isAt(ProcedureVersion version, @Nullable LevelDto level) {
        return level == null || version.provenance().levels().contains(Level.valueOf(level.name()));
    }

    private static ProcedureCode code(String text) {
        return ProcedureCode.published(text).orElseThrow(() -> new Problem(ProblemType.MALFORMED_ID));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}
