package vn.motcua.dossier.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.NoticeApi;
import vn.motcua.contract.NoticePageDto;
import vn.motcua.contract.ReadUntilDto;
import vn.motcua.contract.UnreadNoticesDto;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.Notices;
import vn.motcua.dossier.application.Notices.Between;
import vn.motcua.dossier.application.Notices.Notice;
import vn.motcua.dossier.application.Notices.Unread;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Scope;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for what a citizen is told. */
@RestController
class NoticeController implements NoticeApi {

    private static final Between EVERYWHERE = new Between(0, Long.MAX_VALUE);

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
    public Mono<NoticePageDto> listNotices(
            Boolean unread, Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        LocalDate day = Timeliness.dayOf(answers.moment());
        return callers.of(exchange).flatMap(caller -> {
            Person person = person(caller);
            List<String> audience = List.of("notices", caller.subject(), unread.toString());
            Optional<Between> rest = Optional.ofNullable(cursor).map(text -> place(cursors.position(audience, text)));
            return notices.unread(person, day).flatMap(left -> {
                Between where = rest.orElse(unread ? new Between(left.readTo(), EVERYWHERE.before()) : EVERYWHERE);
                return notices.of(person, day, where, limit + 1)
                        .map(found -> page(found, limit, left, audience, where.after()));
            });
        });
    }

    @Override
    public Mono<UnreadNoticesDto> readNoticesUntil(
            Mono<ReadUntilDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        LocalDate day = Timeliness.dayOf(answers.moment());
        return callers.of(exchange)
                .map(NoticeController::person)
                .flatMap(person -> body.flatMap(read -> notices.readUntil(person, read.getPosition()))
                        .then(Mono.defer(() -> notices.unread(person, day)))
                        .map(NoticeMapping::toDto));
    }

    private static Person person(Caller caller) {
        return Scope.of(caller).person().orElseThrow(() -> new Problem(ProblemType.FORBIDDEN));
    }

    private NoticePageDto page(List<Notice> found, int limit, Unread left, List<String> audience, long after) {
        List<Notice> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? cursors.seal(
                        audience, place(new Between(after, shown.getLast().position())))
                : null;
        return new NoticePageDto(
                shown.stream()
                        .map(notice -> NoticeMapping.toDto(notice, left.readTo()))
                        .toList(),
                next,
                NoticeMapping.toDto(left));
    }

    private static List<String> place(Between where) {
        return List.of(String.valueOf(where.after()), String.valueOf(where.before()));
    }

    private static Between place(List<String> parts) {
        return new Between(Long.parseLong(parts.getFirst()), Long.parseLong(parts.getLast()));
    }
}
