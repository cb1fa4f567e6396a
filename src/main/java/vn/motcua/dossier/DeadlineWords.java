package vn.motcua.dossier;

import static vn.motcua.deadline.ExplanationText.day;
import static vn.motcua.deadline.ExplanationText.moment;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.deadline.ClockWords;
import vn.motcua.deadline.ExplanationText;
import vn.motcua.deadline.Interruption;
import vn.motcua.deadline.Language;

/** Why a dossier is due when it is, in words that a citizen understands. */
public final class DeadlineWords {

    private final Language language;
    private final ClockWords words;
    private final List<String> lines = new ArrayList<>();

    private DeadlineWords(Language language) {
        this.language = language;
        this.words = new ClockWords(language);
    }

    /** The due moment and the way to it, what was promised first, what stopped it, and every clock. */
    public static String of(DeadlineStory story, Language language) {
        DeadlineWords text = new DeadlineWords(language);
        text.lines.add(story.deadline()
                .map(deadline -> ExplanationText.of(deadline, story.steps(), language))
                .orElseGet(() -> text.unexplained(story)));
        text.version(story);
        text.promise(story);
        text.interruptions("Tạm dừng ", "Paused ", story.pauses());
        text.interruptions("Tính lại từ đầu, sau khi dừng ", "Begun anew, after a stop ", story.restarts());
        story.extension()
                .ifPresent(extension -> text.lines.add(
                        text.said("Gia hạn một lần theo phiếu xin lỗi số ", "Extended once, by the letter of apology ")
                                + extension.apologyNumber() + "."));
        text.lines.add("");
        text.lines.add(text.said("Các thời hạn:", "The clocks:"));
        story.clocks().forEach(clock -> text.lines.add("- " + text.words.line(clock)));
        return String.join("\n", text.lines) + "\n";
    }

    private String unexplained(DeadlineStory story) {
        return story.promise()
                .flatMap(Promise::dueAt)
                .map(due -> said("Hạn trả kết quả: ", "Due: ") + moment(due, language) + ".\n")
                .orElseGet(() -> said("Chưa có hạn trả kết quả.\n", "There is no due moment yet.\n"));
    }

    private void version(DeadlineStory story) {
        story.version()
                .flatMap(DecidingVersion::another)
                .ifPresent(version -> lines.add(said(
                                "Thủ tục đã thay đổi sau khi nộp hồ sơ; thời hạn theo quy định vào ngày tiếp nhận, có"
                                        + " hiệu lực từ ",
                                "The procedure changed after filing; the term is that of the day of acceptance, in"
                                        + " force since ")
                        + day(version.effectiveFrom(), language)
                        + "."));
    }

    private void promise(DeadlineStory story) {
        story.promise()
                .flatMap(Promise::firstPromisedAt)
                .ifPresent(first ->
                        lines.add(said("Hẹn trả ban đầu: ", "Promised first: ") + moment(first, language) + "."));
    }

    private void interruptions(String vietnamese, String english, List<Interruption> all) {
        all.forEach(one -> lines.add(said(vietnamese, english) + words.line(one)));
    }

    private String said(String vietnamese, String english) {
        return switch (language) {
            case VIETNAMESE -> vietnamese;
            case ENGLISH -> english;
        };
    }
}
