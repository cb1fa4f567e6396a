package vn.motcua.deadline;

import java.util.Optional;

/** Why a step counts, or does not. */
public enum Reason {
    BEFORE_OPENING,
    AFTER_CLOSING,
    START_DAY_NOT_COUNTED,
    NOTHING_LEFT_OF_DAY,
    DAY_COUNTED,
    HOURS_COUNTED,
    LUNCH_BREAK,
    WORKED_IN_EXCHANGE,
    WEEKEND_SKIPPED,
    DAY_OFF_SKIPPED,
    WEEKEND_COUNTED,
    DAY_OFF_COUNTED,
    CLOCK_RUNS,
    MONTH_COUNTED,
    END_MOVED,
    ANSWERED_SAME_DAY,
    AFTER_CUT_OFF,
    ANSWERED_NEXT_DAY,
    AT_ONCE,
    DAY_OF_RECEIPT_NOT_COUNTED,
    CLOSED,
    WAITED_FOR_SUPPLEMENT,
    WAITED_FOR_DUTY,
    OUT_OF_ORDER,
    NOT_COUNTED_BY_SECTOR_LAW,
    PAUSE_GIVEN_BACK,
    WORK_GOES_ON,
    EXTENDED,
    DAY_IS_WHOLE,
    CLOSED_EARLY,
    BEGUN_AGAIN,
    STAGE_BEGINS,
    CAME_TOO_LATE;

    /** False where a step spans many days, so that the name and decree of its first would mislead. */
    boolean isAboutOneDay() {
        return switch (this) {
            case CLOCK_RUNS,
                    MONTH_COUNTED,
                    WAITED_FOR_SUPPLEMENT,
                    WAITED_FOR_DUTY,
                    OUT_OF_ORDER,
                    NOT_COUNTED_BY_SECTOR_LAW,
                    EXTENDED,
                    BEGUN_AGAIN,
                    STAGE_BEGINS,
                    CAME_TOO_LATE -> false;
            default -> true;
        };
    }

    /** Why time does not count that something stood in the way. */
    static Reason of(Interruption.Ground ground) {
        return switch (ground) {
            case SUPPLEMENT -> WAITED_FOR_SUPPLEMENT;
            case FINANCIAL_DUTY -> WAITED_FOR_DUTY;
            case OUTAGE -> OUT_OF_ORDER;
            case SECTOR_LAW, CONSULTATION -> NOT_COUNTED_BY_SECTOR_LAW;
        };
    }

    /** The article of law, where the reason rests on one and not on a day's own decree. */
    Optional<String> law() {
        return switch (this) {
            case START_DAY_NOT_COUNTED, DAY_OF_RECEIPT_NOT_COUNTED -> Optional.of("Bộ luật Dân sự 2015 Điều 147");
            case MONTH_COUNTED, END_MOVED, DAY_IS_WHOLE -> Optional.of("Bộ luật Dân sự 2015 Điều 148");
            case BEGUN_AGAIN -> Optional.of("Nghị định 118/2025/NĐ-CP Điều 19 khoản 5");
            case EXTENDED -> Optional.of("Nghị định 118/2025/NĐ-CP Điều 19 khoản 6");
            case BEFORE_OPENING,
                    AFTER_CLOSING,
                    NOTHING_LEFT_OF_DAY,
                    DAY_COUNTED,
                    HOURS_COUNTED,
                    LUNCH_BREAK,
                    WORKED_IN_EXCHANGE,
                    WEEKEND_SKIPPED,
                    DAY_OFF_SKIPPED,
                    WEEKEND_COUNTED,
                    DAY_OFF_COUNTED,
                    CLOCK_RUNS,
                    ANSWERED_SAME_DAY,
                    AFTER_CUT_OFF,
                    ANSWERED_NEXT_DAY,
                    AT_ONCE,
                    CLOSED,
                    WAITED_FOR_SUPPLEMENT,
                    WAITED_FOR_DUTY,
                    OUT_OF_ORDER,
                    NOT_COUNTED_BY_SECTOR_LAW,
                    PAUSE_GIVEN_BACK,
                    WORK_GOES_ON,
                    CLOSED_EARLY,
                    STAGE_BEGINS,
                    CAME_TOO_LATE -> Optional.empty();
        };
    }

    String vietnamese() {
        return switch (this) {
            case BEFORE_OPENING -> "Tiếp nhận trước giờ mở cửa, tính từ giờ mở cửa";
            case AFTER_CLOSING -> "Tiếp nhận sau giờ làm việc, tính từ ngày làm việc tiếp theo";
            case START_DAY_NOT_COUNTED -> "Ngày bắt đầu không tính vào thời hạn";
            case NOTHING_LEFT_OF_DAY -> "Tiếp nhận đúng giờ đóng cửa, ngày này không còn giờ làm việc";
            case DAY_COUNTED -> "Tính một ngày";
            case HOURS_COUNTED -> "Tính giờ làm việc";
            case LUNCH_BREAK -> "Nghỉ trưa, không tính";
            case WORKED_IN_EXCHANGE -> "Ngày nghỉ cuối tuần đi làm bù, tính như ngày làm việc";
            case WEEKEND_SKIPPED -> "Nghỉ cuối tuần, không tính";
            case DAY_OFF_SKIPPED -> "Ngày nghỉ, không tính";
            case WEEKEND_COUNTED -> "Nghỉ cuối tuần, vẫn tính vì thời hạn theo ngày lịch";
            case DAY_OFF_COUNTED -> "Ngày nghỉ, vẫn tính vì thời hạn theo ngày lịch";
            case CLOCK_RUNS -> "Tính giờ liên tục cả ngày lẫn đêm";
            case MONTH_COUNTED -> "Tính một tháng";
            case END_MOVED -> "Thời hạn kết thúc vào ngày nghỉ, chuyển sang ngày làm việc tiếp theo";
            case ANSWERED_SAME_DAY -> "Trả kết quả trong ngày";
            case AFTER_CUT_OFF -> "Tiếp nhận sau giờ chốt trong ngày, trả kết quả vào ngày làm việc tiếp theo";
            case ANSWERED_NEXT_DAY -> "Trả kết quả vào ngày làm việc tiếp theo";
            case AT_ONCE -> "Trả kết quả ngay";
            case DAY_OF_RECEIPT_NOT_COUNTED -> "Ngày tiếp nhận không tính vào thời hạn";
            case CLOSED -> "Cơ quan tạm ngừng làm việc, không tính";
            case WAITED_FOR_SUPPLEMENT -> "Chờ bổ sung hồ sơ, không tính";
            case WAITED_FOR_DUTY -> "Chờ thực hiện nghĩa vụ tài chính, không tính";
            case OUT_OF_ORDER -> "Hệ thống gặp sự cố, không tính";
            case NOT_COUNTED_BY_SECTOR_LAW -> "Thời gian không tính theo pháp luật chuyên ngành";
            case PAUSE_GIVEN_BACK -> "Cộng lại thời gian đã tạm dừng";
            case WORK_GOES_ON -> "Thời hạn đã hết khi tạm dừng, hạn là lúc làm việc trở lại";
            case EXTENDED -> "Gia hạn kèm văn bản xin lỗi";
            case DAY_IS_WHOLE -> "Nghỉ làm việc từ giờ này, ngày vẫn tính trọn đến giờ đóng cửa thường lệ";
            case CLOSED_EARLY -> "Nghỉ làm việc từ giờ này, không tính";
            case BEGUN_AGAIN -> "Đã bổ sung xong, tính lại toàn bộ thời hạn từ đầu";
            case STAGE_BEGINS -> "Giai đoạn này bắt đầu khi giai đoạn trước hết hạn";
            case CAME_TOO_LATE -> "Yêu cầu sau khi hết hạn, không làm thay đổi hạn";
        };
    }

    String english() {
        return switch (this) {
            case BEFORE_OPENING -> "Received before opening, counted from opening";
            case AFTER_CLOSING -> "Received after closing, counted from the next working day";
            case START_DAY_NOT_COUNTED -> "The first day of a term is not counted";
            case NOTHING_LEFT_OF_DAY -> "Received at closing time, nothing is left of this day";
            case DAY_COUNTED -> "One day counted";
            case HOURS_COUNTED -> "Working time counted";
            case LUNCH_BREAK -> "Lunch break, not counted";
            case WORKED_IN_EXCHANGE -> "Weekend day worked in exchange, counted as a working day";
            case WEEKEND_SKIPPED -> "Weekend, not counted";
            case DAY_OFF_SKIPPED -> "Day off, not counted";
            case WEEKEND_COUNTED -> "Weekend, counted since the term runs in calendar days";
            case DAY_OFF_COUNTED -> "Day off, counted since the term runs in calendar days";
            case CLOCK_RUNS -> "Hours run day and night";
            case MONTH_COUNTED -> "One month counted";
            case END_MOVED -> "The term ended on a day off and moves to the next working day";
            case ANSWERED_SAME_DAY -> "Answered on the same day";
            case AFTER_CUT_OFF -> "Received after the day's cut-off, answered on the next working day";
            case ANSWERED_NEXT_DAY -> "Answered on the next working day";
            case AT_ONCE -> "Answered at once";
            case DAY_OF_RECEIPT_NOT_COUNTED -> "The day of receipt is not counted";
            case CLOSED -> "The agency was closed, not counted";
            case WAITED_FOR_SUPPLEMENT -> "Waited for a supplement, not counted";
            case WAITED_FOR_DUTY -> "Waited for a financial duty, not counted";
            case OUT_OF_ORDER -> "The system was out of order, not counted";
            case NOT_COUNTED_BY_SECTOR_LAW -> "Time that sector law does not count";
            case PAUSE_GIVEN_BACK -> "Time is given back for the pause";
            case WORK_GOES_ON -> "Nothing was left when the clock stood still: due when work goes on";
            case EXTENDED -> "Extended, with a letter of apology";
            case DAY_IS_WHOLE -> "No work from this hour on, the day counts as a whole until its ordinary closing";
            case CLOSED_EARLY -> "No work from this hour on, not counted";
            case BEGUN_AGAIN -> "The supplement was complete, the whole term is counted again";
            case STAGE_BEGINS -> "This stage begins when the one before is due";
            case CAME_TOO_LATE -> "Asked for after the due moment, which it does not move";
        };
    }
}
