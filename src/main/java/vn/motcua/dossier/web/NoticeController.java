package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.NoticeApi;
import vn.motcua.contract.NoticeDto;
import vn.motcua.contract.NoticePageDto;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.Notices;
import vn.motcua.dossier.application.Notices.Place;
import vn.motcua.identity.Person;
import vn.motcua.identity.Scope;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for what a citizen is told. */
@RestController
class NoticeController implements NoticeApi {

    private final Notices notices;
    private final Callers callers;
    private final Cursors cursors;
    private final Answers answers;

    NoticeController(Notices notices, Callers callers, Cursors cursors, Answers answers) {
        this.notices = notices;
        this.callers = callers;
        this.cursors = cursors;
        this.answers = answers;
    }

    /** One more than asked for is read: it tells whether there is a next page. */
    @Override
    public Mono<NoticePageDto> listNotices(Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        Instant moment = answers.moment();
        return callers.of(exchange).flatMap(caller -> {
            Person person = Scope.of(caller).person().orElseThrow(() -> new Problem(ProblemType.FORBIDDEN));
            List<String> audience = List.of("notices", caller.subject());
            Optional<Place> after = Optional.ofNullable(cursor).map(text -> place(cursors.position(audience, text)));
            return notices.of(person, Timeliness.dayOf(moment), after, limit + 1)
                    .map(found -> page(found, limit, audience));
        });
    }

    private NoticePageDto page(List<LoggedEvent> found, int limit, List<String> audience) {
        List<LoggedEvent> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? cursors.seal(audience, place(shown.getLast())) : null;
        return new NoticePageDto(shown.stream().map(NoticeController::toDto).toList(), next);
    }

    private static List<String> place(LoggedEvent last) {
        return List.of(last.recordedAt().toString(), last.dossierId().toString(), String.valueOf(last.sequence()));
    }

    private static Place place(List<String> parts) {
        return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)), Integer.parseInt(parts.get(2)));
    }

    private static NoticeDto toDto(LoggedEvent event) {
        Map<String, Object> payload = event.payload();
        NoticeDto.KindEnum kind = kind(event.type());
        NoticeDto notice = new NoticeDto(event.id(), event.dossierId(), kind, DossierMapping.at(event.occurredAt()));
        return switch (kind) {
            case REFUSED, RESULT -> notice;
            case ACCEPTED -> notice.dueAt(DossierMapping.at(moment(payload, "dueAt")));
            case DUE_CHANGED ->
                notice.dueAt(DossierMapping.at(moment(payload, "dueAt")))
                        .dueBefore(DossierMapping.at(moment(payload, "dueBefore")))
                        .reason(NoticeDto.ReasonEnum.valueOf(String.valueOf(payload.get("reason"))))
                        .calendarVersion((Integer) payload.get("calendarVersion"));
        };
    }

    private static NoticeDto.KindEnum kind(String type) {
        return switch (type) {
            case "ACCEPTED" -> NoticeDto.KindEnum.ACCEPTED;
            case "REFUSED" -> NoticeDto.KindEnum.REFUSED;
            case "DEADLINE_RECOMPUTED" -> NoticeDto.KindEnum.DUE_CHANGED;
            case "COMPLETED" -> NoticeDto.KindEnum.RESULT;
            default -> throw new IllegalStateException("No notice is made of " + type);
        };
    }

    private static Optional<Instant> moment(Map<String, Object> payload, String name) {
        return Optional.ofNullable(payload.get(name)).map(text -> Instant.parse(String.valueOf(text)));
    }
}
