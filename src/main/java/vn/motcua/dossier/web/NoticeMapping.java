package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.motcua.contract.NoticeDto;
import vn.motcua.contract.UnreadNoticesDto;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.Notices;
import vn.motcua.dossier.application.Notices.Notice;
import vn.motcua.dossier.application.Notices.Unread;

/** Events as people are told of them. */
final class NoticeMapping {

    private NoticeMapping() {}

    static UnreadNoticesDto toDto(Unread unread) {
        return new UnreadNoticesDto(Math.min(unread.count(), Notices.COUNTED), unread.count() > Notices.COUNTED);
    }

    /** A notice to somebody who has read up to a position. */
    static NoticeDto toDto(Notice notice, long readTo) {
        LoggedEvent event = notice.event();
        Map<String, Object> payload = event.payload();
        NoticeDto.KindEnum kind = kind(event.type());
        NoticeDto dto = new NoticeDto(
                event.id(),
                notice.position(),
                notice.position() > readTo,
                event.dossierId(),
                kind,
                DossierMapping.at(event.occurredAt()));
        return switch (kind) {
            case REFUSED, RESULT -> dto;
            case ACCEPTED -> dto.dueAt(DossierMapping.at(moment(payload, "dueAt")));
            case DUE_CHANGED ->
                dto.dueAt(DossierMapping.at(moment(payload, "dueAt")))
                        .dueBefore(DossierMapping.at(moment(payload, "dueBefore")))
                        .clock(clock(payload))
                        .reason(reason(payload))
                        .calendarVersion((Integer) payload.get("calendarVersion"));
        };
    }

    private static NoticeDto.KindEnum kind(String type) {
        return switch (type) {
            case "ACCEPTED" -> NoticeDto.KindEnum.ACCEPTED;
            case "REFUSED" -> NoticeDto.KindEnum.REFUSED;
            case "DEADLINE_RECOMPUTED", "RECEIVED_BY_COMPETENT" -> NoticeDto.KindEnum.DUE_CHANGED;
            case "COMPLETED" -> NoticeDto.KindEnum.RESULT;
            default -> throw new IllegalStateException("No notice is made of " + type);
        };
    }

    /** That of processing, where an event names none. */
    private static NoticeDto.ClockEnum clock(Map<String, Object> payload) {
        return NoticeDto.ClockEnum.valueOf(
                String.valueOf(payload.getOrDefault("clock", NoticeDto.ClockEnum.PROCESSING.name())));
    }

    /** Recomputation names its reason; what has a due moment without one got it by being received. */
    private static NoticeDto.ReasonEnum reason(Map<String, Object> payload) {
        return Optional.ofNullable(payload.get("reason"))
                .map(reason -> NoticeDto.ReasonEnum.valueOf(String.valueOf(reason)))
                .orElse(NoticeDto.ReasonEnum.RECEPTION);
    }

    private static Optional<Instant> moment(Map<String, Object> payload, String name) {
        return Optional.ofNullable(payload.get(name)).map(text -> Instant.parse(String.valueOf(text)));
    }
}
