package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.calendar.WorkingCalendar;

/** A due moment in words that a citizen understands: from the steps alone, so that it cannot tell another story. */
public final class ExplanationText {

    private static final DateTimeFormatter VIETNAMESE =
            DateTimeFormatter.ofPattern("EEEE dd/MM/uuuu", Locale.of("vi", "VN"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Language language;
    private String stage = "";
    private long counted;

    private ExplanationText(Language language) {
        this.language = language;
    }

    /** The due moment, what it was computed with, and every step on a line of its own. */
    public static String of(Deadline deadline, List<Step> steps, Language language) {
        ExplanationText text = new ExplanationText(language);
        List<String> lines = new ArrayList<>();
        lines.add(text.said("Hạn trả kết quả: ", "Due: ") + moment(deadline.dueAt(), language) + ".");
        lines.add(text.said("Tính từ: ", "Counted from: ") + moment(deadline.countedFrom(), language) + ".");
        lines.add(text.said("Lịch làm việc phiên bản %d, quy tắc %s.", "Calendar version %d, rules %s.")
                .formatted(deadline.calendarVersion(), deadline.ruleVersion()));
        if (deadline.dependsOnForecast()) {
            lines.add(text.said(
                    "Có ngày nghỉ mới là dự kiến, chưa có quyết định: hạn trả có thể thay đổi.",
                    "Some day off is expected and not yet decreed: the due moment may change."));
        }
        lines.add("");
        lines.add(text.said("Cách tính:", "How it is counted:"));
        lines.addAll(numbered(steps, language));
        return String.join("\n", lines) + "\n";
    }

    /** Every step on a line of its own, in order, numbered from 1. */
    public static List<String> numbered(List<Step> steps, Language language) {
        ExplanationText text = new ExplanationText(language);
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            lines.add(lines.size() + 1 + ". " + text.line(step));
        }
        return lines;
    }

    /** A day and time as people write them, with seconds only where there are some. */
    public static String moment(Instant moment, Language language) {
        LocalDateTime local = WorkingCalendar.local(moment);
        return day(local.toLocalDate(), language) + ", " + time(local.toLocalTime());
    }

    private String line(Step step) {
        String name = step.stage().orElse("");
        counted = name.equals(stage) ? counted : 0;
        stage = name;
        String sources = step.source().map(source -> "; " + source).orElse("");
        return span(step) + (name.isEmpty() ? "" : ", " + name) + ": " + step.because(language) + sum(step) + " ("
                + step.rule().number() + sources + ")";
    }

    private String span(Step step) {
        LocalDateTime from = WorkingCalendar.local(step.from());
        LocalDateTime to = WorkingCalendar.local(step.to());
        boolean untilMidnight = to.toLocalTime().equals(LocalTime.MIDNIGHT) && from.isBefore(to);
        LocalDate last = untilMidnight ? to.toLocalDate().minusDays(1) : to.toLocalDate();
        if (untilMidnight && from.equals(last.atStartOfDay())) {
            return day(last, language);
        }
        String end = untilMidnight ? "24:00" : time(to.toLocalTime());
        String begin = day(from.toLocalDate(), language) + ", " + time(from.toLocalTime());
        if (from.equals(to)) {
            return begin;
        }
        return begin + " – " + (last.equals(from.toLocalDate()) ? end : day(last, language) + ", " + end);
    }

    private String sum(Step step) {
        if (step.counted() == 0) {
            return "";
        }
        counted += step.counted();
        return " " + said("Đã tính ", "So far ") + amount(step) + ".";
    }

    private String amount(Step step) {
        return switch (step.rule()) {
            case WORKING_HOURS -> hours(said(" làm việc", " of work"));
            case CLOCK_HOURS -> hours("");
            case MONTHS -> counted + said(" tháng", counted == 1 ? " month" : " months");
            case CALENDAR_DAYS -> counted + said(" ngày", counted == 1 ? " day" : " days");
            default -> counted + said(" ngày làm việc", counted == 1 ? " working day" : " working days");
        };
    }

    private String hours(String kind) {
        String minutes = counted % 60 == 0 ? "" : counted % 60 + said(" phút", " min");
        String hours = counted < 60 ? "" : counted / 60 + said(" giờ", " h");
        return String.join(" ", hours, minutes).strip() + kind;
    }

    /** A day as people write it. */
    public static String day(LocalDate day, Language language) {
        return switch (language) {
            case VIETNAMESE -> VIETNAMESE.format(day);
            case ENGLISH -> ENGLISH.format(day);
        };
    }

    private static String time(LocalTime time) {
        return (time.getSecond() == 0 && time.getNano() == 0 ? MINUTES : SECONDS).format(time);
    }

    private String said(String vietnamese, String english) {
        return switch (language) {
            case VIETNAMESE -> vietnamese;
            case ENGLISH -> english;
        };
    }
}
