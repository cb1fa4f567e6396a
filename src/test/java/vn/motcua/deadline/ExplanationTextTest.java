package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;
import static vn.motcua.deadline.DeadlineFixtures.explained;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.deadline.Interruption.Ground;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.Term;

class ExplanationTextTest {

    @Test
    void aCitizenReadsEveryDayInVietnamese() {
        assertThat(text("2026-08-20T16:45", new Term.WorkingDays(2), Language.VIETNAMESE))
                .isEqualTo("""
                    Hạn trả kết quả: Thứ Bảy 22/08/2026, 17:00.
                    Tính từ: Thứ Năm 20/08/2026, 16:45.
                    Lịch làm việc phiên bản 1, quy tắc CLK-1.

                    Cách tính:
                    1. Thứ Năm 20/08/2026, 16:45 – 17:00: Ngày bắt đầu không tính vào thời hạn. \
                    (CLK-1.2; Bộ luật Dân sự 2015 Điều 147)
                    2. Thứ Sáu 21/08/2026, 08:00 – 17:00: Tính một ngày. Đã tính 1 ngày làm việc. (CLK-1.2)
                    3. Thứ Bảy 22/08/2026, 08:00 – 17:00: Ngày nghỉ cuối tuần đi làm bù, tính như ngày làm việc \
                    (Làm bù cho thứ Hai 31/8). Đã tính 2 ngày làm việc. \
                    (CLK-1.2; Thông báo 9441/TB-BNV ngày 16/10/2025)
                    """);
    }

    @Test
    void orInEnglish() {
        assertThat(text("2026-06-05T16:00:30", new Term.WorkingHours(2), Language.ENGLISH))
                .isEqualTo("""
                    Due: Monday 8 June 2026, 09:00:30.
                    Counted from: Friday 5 June 2026, 16:00:30.
                    Calendar version 1, rules CLK-1.

                    How it is counted:
                    1. Friday 5 June 2026, 16:00:30 – 17:00: Working time counted. So far 59 min of work. (CLK-1.3)
                    2. Saturday 6 June 2026: Weekend, not counted. (CLK-1.9)
                    3. Sunday 7 June 2026: Weekend, not counted. (CLK-1.9)
                    4. Monday 8 June 2026, 08:00 – 09:00:30: Working time counted. So far 2 h of work. (CLK-1.3)
                    """);
    }

    @Test
    void aForecastIsSaid() {
        assertThat(text("2027-02-03T09:00", new Term.WorkingDays(1), Language.VIETNAMESE))
                .contains("Có ngày nghỉ mới là dự kiến");
    }

    private static String text(String receivedAt, Term term, Language language) {
        Explanation.Explained explained = explained(at(receivedAt), term, CALENDAR, OfficeHours.S8);
        return ExplanationText.of(explained.deadline(), explained.steps(), language);
    }

    @Test
    void aDossierWithPausesARestartAndAnExtensionInVietnamese() {
        assertThat(eventful(Language.VIETNAMESE)).isEqualTo("""
            Hạn trả kết quả: Thứ Hai 15/06/2026, 12:00.
            Tính từ: Thứ Tư 03/06/2026, 10:00.
            Lịch làm việc phiên bản 1, quy tắc CLK-1.

            Cách tính:
            1. Thứ Tư 03/06/2026, 10:00: Đã bổ sung xong, tính lại toàn bộ thời hạn từ đầu. \
            (CLK-1.17; Nghị định 118/2025/NĐ-CP Điều 19 khoản 5)
            2. Thứ Tư 03/06/2026, 10:00 – 17:00: Ngày bắt đầu không tính vào thời hạn. \
            (CLK-1.2; Bộ luật Dân sự 2015 Điều 147)
            3. Thứ Năm 04/06/2026, 08:00 – 17:00: Tính một ngày. Đã tính 1 ngày làm việc. (CLK-1.2)
            4. Thứ Năm 04/06/2026, 14:00 – 16:00: Hệ thống gặp sự cố, không tính. (CLK-1.16)
            5. Thứ Sáu 05/06/2026, 08:00 – 17:00: Tính một ngày. Đã tính 2 ngày làm việc. (CLK-1.2)
            6. Thứ Bảy 06/06/2026: Nghỉ cuối tuần, không tính. (CLK-1.9)
            7. Chủ Nhật 07/06/2026: Nghỉ cuối tuần, không tính. (CLK-1.9)
            8. Thứ Hai 08/06/2026, 08:00 – 17:00: Tính một ngày. Đã tính 3 ngày làm việc. (CLK-1.2)
            9. Thứ Hai 08/06/2026, 17:00 – Thứ Sáu 12/06/2026, 17:00: Gia hạn kèm văn bản xin lỗi. \
            (CLK-1.18; Nghị định 118/2025/NĐ-CP Điều 19 khoản 6)
            10. Thứ Năm 11/06/2026, 08:00 – 12:00: Hệ thống gặp sự cố, không tính. (CLK-1.16)
            11. Thứ Bảy 13/06/2026: Nghỉ cuối tuần, không tính. (CLK-1.9)
            12. Chủ Nhật 14/06/2026: Nghỉ cuối tuần, không tính. (CLK-1.9)
            13. Thứ Hai 15/06/2026, 08:00 – 12:00: Cộng lại thời gian đã tạm dừng. (CLK-1.16)
            14. Thứ Ba 16/06/2026, 08:00 – 12:00: Yêu cầu sau khi hết hạn, không làm thay đổi hạn. \
            (CLK-1.20)
            """);
    }

    @Test
    void andInEnglish() {
        assertThat(eventful(Language.ENGLISH)).isEqualTo("""
            Due: Monday 15 June 2026, 12:00.
            Counted from: Wednesday 3 June 2026, 10:00.
            Calendar version 1, rules CLK-1.

            How it is counted:
            1. Wednesday 3 June 2026, 10:00: The supplement was complete, the whole term is counted again. \
            (CLK-1.17; Nghị định 118/2025/NĐ-CP Điều 19 khoản 5)
            2. Wednesday 3 June 2026, 10:00 – 17:00: The first day of a term is not counted. \
            (CLK-1.2; Bộ luật Dân sự 2015 Điều 147)
            3. Thursday 4 June 2026, 08:00 – 17:00: One day counted. So far 1 working day. (CLK-1.2)
            4. Thursday 4 June 2026, 14:00 – 16:00: The system was out of order, not counted. (CLK-1.16)
            5. Friday 5 June 2026, 08:00 – 17:00: One day counted. So far 2 working days. (CLK-1.2)
            6. Saturday 6 June 2026: Weekend, not counted. (CLK-1.9)
            7. Sunday 7 June 2026: Weekend, not counted. (CLK-1.9)
            8. Monday 8 June 2026, 08:00 – 17:00: One day counted. So far 3 working days. (CLK-1.2)
            9. Monday 8 June 2026, 17:00 – Friday 12 June 2026, 17:00: Extended, with a letter of apology. \
            (CLK-1.18; Nghị định 118/2025/NĐ-CP Điều 19 khoản 6)
            10. Thursday 11 June 2026, 08:00 – 12:00: The system was out of order, not counted. \
            (CLK-1.16)
            11. Saturday 13 June 2026: Weekend, not counted. (CLK-1.9)
            12. Sunday 14 June 2026: Weekend, not counted. (CLK-1.9)
            13. Monday 15 June 2026, 08:00 – 12:00: Time is given back for the pause. (CLK-1.16)
            14. Tuesday 16 June 2026, 08:00 – 12:00: Asked for after the due moment, which it does not move. \
            (CLK-1.20)
            """);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        3 days | VIETNAMESE | 4. Thứ Năm 04/06/2026, 08:00 – 11:30: Tính một ngày (Bão). Đã tính 3 ngày làm việc. (CLK-1.2; Quyết định thử)
        3 days | VIETNAMESE | 5. Thứ Năm 04/06/2026, 11:30 – 17:00: Nghỉ làm việc từ giờ này, ngày vẫn tính trọn đến giờ đóng cửa thường lệ (Bão). (CLK-1.21; Bộ luật Dân sự 2015 Điều 148; Quyết định thử)
        3 days | ENGLISH | 5. Thursday 4 June 2026, 11:30 – 17:00: No work from this hour on, the day counts as a whole until its ordinary closing (Bão). (CLK-1.21; Bộ luật Dân sự 2015 Điều 148; Quyết định thử)
        3 calendar days | ENGLISH | 4. Thursday 4 June 2026, 00:00 – 11:30: One day counted (Bão). So far 3 days. (CLK-1.4; Quyết định thử)
        3 calendar days | ENGLISH | 5. Thursday 4 June 2026, 11:30 – 17:00: No work from this hour on, the day counts as a whole until its ordinary closing (Bão). (CLK-1.21; Bộ luật Dân sự 2015 Điều 148; Quyết định thử)
        28 hours | ENGLISH | 11. Thursday 4 June 2026, 11:30 – 17:00: No work from this hour on, not counted (Bão). (CLK-1.3; Quyết định thử)
        28 hours | ENGLISH | 12. Friday 5 June 2026, 08:00 – 09:30: Working time counted. So far 28 h of work. (CLK-1.3)
        """)
    void aDayThatIsCutShortSaysUntilWhenItIsWorkedByWhatDecision(String term, Language language, String line) {
        assertThat(text(term(term), "closed:2026-06-04T11:30/2026-06-04T23:00", language)
                        .lines())
                .contains(line);
    }

    @Test
    void aClosureInBetweenIsNoLunchBreak() {
        assertThat(text(term("28 hours"), "closed:2026-06-02T10:00/2026-06-02T15:00", Language.ENGLISH)
                        .lines())
                .contains("5. Tuesday 2 June 2026, 10:00 – 15:00: The agency was closed, not counted (Bão). "
                        + "(CLK-1.3; Quyết định thử)");
    }

    @Test
    void halfADayOffNamesItsDecree() {
        assertThat(text(term("3 days"), "off:2026-06-04:afternoon", Language.VIETNAMESE)
                        .lines())
                .contains("5. Thứ Năm 04/06/2026, 12:00 – 17:00: Nghỉ làm việc từ giờ này, ngày vẫn tính trọn đến giờ "
                        + "đóng cửa thường lệ (Ngày thử). (CLK-1.21; Bộ luật Dân sự 2015 Điều 148; Quyết định thử)");
    }

    @Test
    void aStageSaysThatItBeginsWhenTheOneBeforeIsDue() {
        Term stages = new Term.Composite(List.of(
                new Term.Stage("Thẩm định", term("3 days")), new Term.Stage("Phê duyệt", new Term.WorkingDays(1))));
        assertThat(text(stages, "closed:2026-06-04T11:30/2026-06-04T23:00", Language.VIETNAMESE)
                        .lines())
                .contains(
                        "6. Thứ Năm 04/06/2026, 17:00, Phê duyệt: "
                                + "Giai đoạn này bắt đầu khi giai đoạn trước hết hạn. (CLK-1.19)",
                        "8. Thứ Sáu 05/06/2026, 08:00 – 17:00, Phê duyệt: "
                                + "Tính một ngày. Đã tính 1 ngày làm việc. (CLK-1.2)");
    }

    private static Term term(String text) {
        return switch (text) {
            case "3 days" -> new Term.WorkingDays(3);
            case "3 calendar days" -> new Term.CalendarDays(3);
            default -> new Term.WorkingHours(28);
        };
    }

    private static String text(Term term, String calendar, Language language) {
        return text(new ClockHistory(at("2026-06-01T09:00"), List.of(), Optional.empty()), term, calendar, language);
    }

    /** Begun again, out of order, extended, out of order again, and asked for more when it was too late. */
    private static String eventful(Language language) {
        var interruptions = List.of(
                interruption(Ground.SUPPLEMENT, "2026-06-02T10:00", "2026-06-03T10:00"),
                interruption(Ground.OUTAGE, "2026-06-04T14:00", "2026-06-04T16:00"),
                interruption(Ground.OUTAGE, "2026-06-11T08:00", "2026-06-11T12:00"),
                interruption(Ground.SUPPLEMENT, "2026-06-16T08:00", "2026-06-16T12:00"),
                interruption(Ground.OUTAGE, "2026-06-17T08:00", "2026-06-17T12:00"));
        var extension = new Extension(at("2026-06-05T08:00"), at("2026-06-12T17:00"), "12/XL");
        return text(
                new ClockHistory(at("2026-06-01T09:00"), interruptions, Optional.of(extension)),
                term("3 days"),
                "",
                language);
    }

    private static Interruption interruption(Ground ground, String from, String to) {
        return new Interruption(ground, at(from), Optional.of(at(to)));
    }

    private static String text(ClockHistory history, Term term, String calendar, Language language) {
        Reckoning reckoned = Reckoning.of(history, term, ClockPolicy.GENERAL, VectorCalendar.time(calendar, "S8"));
        return ExplanationText.of(reckoned.deadline().orElseThrow(), reckoned.steps(), language);
    }
}
