package vn.motcua.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.contract.NoticeDto;
import vn.motcua.dossier.Recomputed;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.dossier.application.Notices.Notice;
import vn.motcua.dossier.application.Notices.Unread;

/** Events as people are told of them. */
class NoticeMappingTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");

    private static Notice notice(String type, Map<String, Object> payload) {
        return new Notice(
                7,
                new LoggedEvent(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        2,
                        type,
                        3,
                        AT,
                        AT,
                        "SYSTEM",
                        "",
                        new Routing(1, 1, 1, 1),
                        payload));
    }

    @ParameterizedTest
    @EnumSource(Recomputed.Why.class)
    void everyReasonOfANewDueMomentIsTold(Recomputed.Why why) {
        NoticeDto told = NoticeMapping.toDto(notice("DEADLINE_RECOMPUTED", Map.of("reason", why.name())), 0);
        assertThat(told.getReason()).hasToString(why.name());
        assertThat(told.getClock()).isEqualTo(NoticeDto.ClockEnum.PROCESSING);
    }

    @Test
    void aNewMomentForTheDesksAnswerNamesItsClock() {
        Map<String, Object> payload = Map.of(
                "reason", "CALENDAR",
                "clock", "INTAKE_ANSWER",
                "dueBefore", "2026-03-02T10:00:00Z",
                "dueAt", "2026-03-03T10:00:00Z");
        NoticeDto told = NoticeMapping.toDto(notice("DEADLINE_RECOMPUTED", payload), 0);
        assertThat(told.getClock()).isEqualTo(NoticeDto.ClockEnum.INTAKE_ANSWER);
        assertThat(told.getDueBefore()).isEqualTo(OffsetDateTime.parse("2026-03-02T17:00:00+07:00"));
        assertThat(told.getDueAt()).isEqualTo(OffsetDateTime.parse("2026-03-03T17:00:00+07:00"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "6, true", "7, false", "8, false"})
    void aNoticeIsUnreadAboveTheMark(long readTo, boolean unread) {
        assertThat(NoticeMapping.toDto(notice("REFUSED", Map.of()), readTo).getUnread())
                .isEqualTo(unread);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "99, 99, false", "100, 99, true"})
    void unreadAreCountedToNinetyNine(int found, int count, boolean more) {
        assertThat(NoticeMapping.toDto(new Unread(0, found)).getCount()).isEqualTo(count);
        assertThat(NoticeMapping.toDto(new Unread(0, found)).getMore()).isEqualTo(more);
    }
}
