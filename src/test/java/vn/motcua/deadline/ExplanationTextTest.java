package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;
import static vn.motcua.deadline.DeadlineFixtures.explained;

import org.junit.jupiter.api.Test;
import vn.motcua.calendar.OfficeHours;
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
}
