package vn.motcua.reporting.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.RowDossierDto;
import vn.motcua.contract.RowDossierPageDto;
import vn.motcua.identity.Caller;
import vn.motcua.platform.web.Cursors;
import vn.motcua.procedure.Channel;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.Verdict;
import vn.motcua.reporting.application.ListRowDossiers;
import vn.motcua.reporting.application.ListRowDossiers.Item;
import vn.motcua.reporting.application.ListRowDossiers.Page;
import vn.motcua.reporting.application.RowDossiers.Position;
import vn.motcua.reporting.application.RowQuestion;

/** Pages of the dossiers behind a count, and the sealed places between them, which hold the moment of the first page. */
@Component
class RowDossierPages {

    /** As form II.06 numbers them, from 1. */
    private static final List<Channel> CHANNELS = List.of(Channel.COUNTER, Channel.ONLINE, Channel.POSTAL);

    private final ListRowDossiers dossiers;
    private final Cursors cursors;

    RowDossierPages(ListRowDossiers dossiers, Cursors cursors) {
        this.dossiers = dossiers;
        this.cursors = cursors;
    }

    Mono<RowDossierPageDto> page(Caller caller, RowQuestion asked, int limit, @Nullable String cursor) {
        List<String> audience = audience(caller, asked);
        if (cursor == null) {
            return dossiers.list(caller, asked, Optional.empty(), limit).map(page -> toDto(page, audience));
        }
        List<String> place = cursors.position(audience, cursor);
        Question question = asked.question();
        RowQuestion then = new RowQuestion(
                question.isNow() ? question.asOf(Instant.parse(place.getFirst())) : question,
                asked.row(),
                asked.definition(),
                asked.count());
        Position after = new Position(Instant.parse(place.get(1)), UUID.fromString(place.getLast()));
        return dossiers.list(caller, then, Optional.of(after), limit).map(page -> toDto(page, audience));
    }

    /** Whoever is placed elsewhere meanwhile has another list. */
    private static List<String> audience(Caller caller, RowQuestion asked) {
        Question question = asked.question();
        return Stream.<Object>of(
                        "on-time-rates/dossiers",
                        caller.subject(),
                        caller.unit(),
                        caller.agencies().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                        question.level(),
                        question.unit(),
                        question.from(),
                        question.to(),
                        question.view(),
                        question.asOf(),
                        question.isOwn(),
                        question.isByReceiving(),
                        asked.row(),
                        asked.definition(),
                        asked.count())
                .map(Objects::toString)
                .toList();
    }

    private RowDossierPageDto toDto(Page page, List<String> audience) {
        return new RowDossierPageDto(
                local(page.asOf()),
                page.items().stream().map(RowDossierPages::toDto).toList(),
                page.next()
                        .map(after -> cursors.seal(
                                audience,
                                List.of(
                                        page.asOf().toString(),
                                        after.acceptedAt().toString(),
                                        after.id().toString())))
                        .orElse(null));
    }

    private static RowDossierDto toDto(Item item) {
        Verdict verdict = item.verdict();
        return new RowDossierDto(
                        item.dossier().position().id(),
                        item.dossier().trackingCode(),
                        Keys.unit(item.unit().unit()),
                        Keys.agency(item.agency().agency()),
                        Keys.procedure(item.procedure()),
                        ChannelDto.valueOf(
                                CHANNELS.get(verdict.subject().channel() - 1).name()),
                        local(verdict.acceptedAt()),
                        RowQuestions.toDto(verdict.rowClass()))
                .code(item.dossier().code().orElse(null))
                .dueAt(verdict.dueAt().map(RowDossierPages::local).orElse(null))
                .firstPromisedAt(
                        verdict.firstPromisedAt().map(RowDossierPages::local).orElse(null))
                .finishedAt(verdict.finishedAt().map(RowDossierPages::local).orElse(null));
    }

    private static OffsetDateTime local(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
