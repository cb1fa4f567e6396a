package vn.motcua.deadline;

import static vn.motcua.deadline.ExplanationText.moment;

import java.time.Instant;
import java.util.Optional;

/** What the clocks of a dossier do, in words. */
public final class ClockWords {

    private final Language language;

    public ClockWords(Language language) {
        this.language = language;
    }

    /** One clock on a line: what it is, its rule, what it does and until when. */
    public String line(CaseClock clock) {
        String name = clock.name().map(text -> " (" + text + ")").orElse("");
        String due = clock.dueAt()
                .map(at -> said(", hạn ", ", due ") + moment(at, language))
                .or(() -> clock.gap().map(gap -> ", " + word(gap)))
                .or(() -> clock.waitsFor().map(what -> said(", chờ sự kiện bắt đầu", ", waits for what starts it")))
                .orElse("");
        boolean isAhead = clock.kind() == ClockKind.STAGE
                && clock.state() == CaseClock.State.PAUSED
                && clock.startedAt().isEmpty();
        String state = isAhead ? said("chưa bắt đầu", "has not begun") : word(clock.state());
        return word(clock.kind()) + name + ": " + state + due + " ("
                + clock.kind().rule() + ").";
    }

    /** What stopped a clock, from when to when, on a line. */
    public String line(Interruption interruption) {
        Optional<Instant> to = interruption.to();
        return said("từ ", "from ") + moment(interruption.from(), language)
                + to.map(end -> said(" đến ", " to ") + moment(end, language)).orElse("") + ": "
                + word(interruption.ground())
                + interruption
                        .occasion()
                        .map(why -> " (" + why.name() + "; " + why.source() + ")")
                        .orElse("")
                + ".";
    }

    private String word(ClockKind kind) {
        return switch (kind) {
            case INTAKE_ALERT -> said("Báo cho bộ phận một cửa", "The desk is told");
            case INTAKE_ANSWER -> said("Trả lời việc tiếp nhận", "The desk answers");
            case PROCESSING -> said("Giải quyết hồ sơ", "Processing");
            case STAGE -> said("Một bước giải quyết", "A stage");
            case SUPPLEMENT_NOTICE -> said("Thông báo bổ sung", "Notice to supplement");
            case SUPPLEMENT_WINDOW -> said("Thời gian bổ sung", "Time to supplement");
            case HAND_OVER -> said("Chuyển hồ sơ giấy", "Hand-over of papers");
            case CONSULTATION -> said("Lấy ý kiến cơ quan khác", "Another agency's opinion");
            case FINANCE -> said("Nghĩa vụ tài chính", "Payment");
        };
    }

    private String word(CaseClock.State state) {
        return switch (state) {
            case RUNNING -> said("đang tính", "running");
            case PAUSED -> said("đang dừng", "stands still");
            case MET -> said("đã xong trong hạn", "met");
            case MISSED -> said("quá hạn", "missed");
            case VOID -> said("không còn áp dụng", "no longer asked for");
        };
    }

    private String word(CaseClock.Gap gap) {
        return switch (gap) {
            case TERM_UNCONFIRMED -> said("thời hạn chưa được xác nhận", "nobody confirmed the term");
            case CALENDAR_ENDS -> said("lịch làm việc chưa đến ngày đó", "the calendar does not reach so far");
            case NO_TERM -> said("không có thời hạn", "no law says until when");
        };
    }

    private String word(Interruption.Ground ground) {
        return switch (ground) {
            case SUPPLEMENT -> said("bổ sung hồ sơ", "supplement");
            case FINANCIAL_DUTY -> said("nghĩa vụ tài chính", "payment");
            case CONSULTATION -> said("lấy ý kiến cơ quan khác", "another agency's opinion");
            case OUTAGE -> said("hệ thống ngừng hoạt động", "the system was out of order");
            case SECTOR_LAW -> said("pháp luật chuyên ngành không tính", "sector law does not count it");
        };
    }

    private String said(String vietnamese, String english) {
        return switch (language) {
            case VIETNAMESE -> vietnamese;
            case ENGLISH -> english;
        };
    }
}
