package vn.motcua.almanac.web;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.almanac.application.EnterVersion;
import vn.motcua.almanac.application.EnterVersion.Answer;
import vn.motcua.almanac.application.VersionRefused;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.contract.CalendarDto;
import vn.motcua.contract.CalendarPageDto;
import vn.motcua.contract.CalendarRefDto;
import vn.motcua.contract.CalendarVersionDto;
import vn.motcua.contract.CalendarVersionPageDto;
import vn.motcua.contract.CalendarsApi;
import vn.motcua.contract.NewCalendarVersionDto;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.EntityTag;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Pages;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.platform.web.RequestDigest;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** HTTP for calendars. */
@RestController
class CalendarController implements CalendarsApi {

    private final WorkingCalendars calendars;
    private final Territories territories;
    private final EnterVersion entering;
    private final VersionPages history;
    private final Callers callers;
    private final Pages pages;
    private final InstantSource clock;

    CalendarController(
            WorkingCalendars calendars,
            Territories territories,
            EnterVersion entering,
            VersionPages history,
            Callers callers,
            Pages pages,
            InstantSource clock) {
        this.calendars = calendars;
        this.territories = territories;
        this.entering = entering;
        this.history = history;
        this.callers = callers;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Mono<CalendarPageDto> listCalendars(Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        Pages.Asked asked =
                pages.asked(PATH_LIST_CALENDARS, List.of(), null, CalendarMapping.day(moment()), limit, cursor);
        return calendars
                .current()
                .flatMap(calendar -> territories.current().map(territory -> all(calendar, territory)))
                .map(all -> pages.of(asked, all, CalendarRefDto::getId))
                .map(page -> new CalendarPageDto(page.items(), page.next()));
    }

    private static List<CalendarRefDto> all(WorkingCalendar calendar, Territory territory) {
        return Stream.concat(
                        Stream.of(Addressed.NATIONAL),
                        calendar.agencies().keySet().stream().sorted().map(String::valueOf))
                .map(id -> Addressed.by(id, territory))
                .map(whose -> new CalendarRefDto(whose.id(), whose.name()))
                .toList();
    }

    @Override
    public Mono<CalendarDto> getCalendar(String id, @Nullable Integer year, ServerWebExchange exchange) {
        int asked = requireNonNullElse(year, CalendarMapping.day(moment()).getYear());
        return addressed(id)
                .flatMap(whose -> calendars.current().map(calendar -> CalendarMapping.toDto(whose, calendar, asked)))
                .doOnNext(calendar -> exchange.getResponse().getHeaders().setETag(EntityTag.of(calendar.getVersion())));
    }

    @Override
    public Mono<CalendarVersionPageDto> listCalendarVersions(
            String id, Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        return addressed(id).flatMap(whose -> history.page(whose.agencyId(), limit, Optional.ofNullable(cursor)));
    }

    @Override
    public Mono<CalendarVersionDto> enterCalendarVersion(
            String id,
            Mono<NewCalendarVersionDto> body,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            ServerWebExchange exchange) {
        Instant moment = moment();
        return callers.of(exchange)
                .flatMap(caller -> addressed(id)
                        .flatMap(whose -> body.flatMap(dto -> entering.enter(
                                request(caller, whose, dto, seen(ifMatch), moment, idempotencyKey, exchange)))))
                .map(answer -> created(answer, exchange))
                .onErrorMap(VersionRefused.class, CalendarProblems::of);
    }

    private static EnterVersion.Request request(
            Caller caller,
            Addressed whose,
            NewCalendarVersionDto dto,
            int seen,
            Instant moment,
            @Nullable String key,
            ServerWebExchange exchange) {
        return new EnterVersion.Request(
                caller,
                CalendarChanges.of(dto, whose.agencyId(), CalendarMapping.day(moment)),
                seen,
                moment,
                IdempotencyKey.required(key),
                exchange.getRequest().getPath().value() + " " + RequestDigest.of(exchange));
    }

    /** What names no version names none that is the newest. */
    private static int seen(@Nullable String ifMatch) {
        try {
            return EntityTag.expected(ifMatch);
        } catch (Problem refused) {
            throw refused.type() == ProblemType.VERSION_CONFLICT ? new Problem(ProblemType.CALENDAR_CHANGED) : refused;
        }
    }

    private static CalendarVersionDto created(Answer answer, ServerWebExchange exchange) {
        CalendarVersionDto dto = CalendarMapping.toDto(answer.version());
        exchange.getResponse().setStatusCode(HttpStatus.CREATED);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setLocation(URI.create(PATH_LIST_CALENDARS + "/" + dto.getCalendar()));
        headers.setETag(EntityTag.of(dto.getVersion()));
        if (answer.replayed()) {
            headers.set("Idempotency-Replayed", "true");
        }
        return dto;
    }

    private Mono<Addressed> addressed(String id) {
        return territories.current().map(territory -> Addressed.by(id, territory));
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
