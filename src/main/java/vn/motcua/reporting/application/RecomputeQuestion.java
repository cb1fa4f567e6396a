package vn.motcua.reporting.application;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.View;
import vn.motcua.territory.Level;
import vn.motcua.territory.UnitAt;

/**
 * A question as a file has it: a JSON object with the parameters of {@code GET /on-time-rates}, and {@code askedAt}, the moment
 * of a question about now.
 */
public record RecomputeQuestion(Question question, List<Definition> definitions) {

    private static final Set<String> NAMES =
            Set.of("level", "unit", "from", "to", "definition", "view", "asOf", "groupBy", "scope", "by", "askedAt");

    /** Hangs on when it was asked, which nobody told where only {@code asOf} is. */
    private static final String IN_FUTURE = "period-in-future";

    public RecomputeQuestion {
        definitions = List.copyOf(definitions);
    }

    /**
     * Reads it.
     *
     * @param answeredAsOf of the answer that it will be compared with
     * @throws IllegalArgumentException that names the member which is missing or not as it should be
     */
    public static RecomputeQuestion of(Map<String, Object> members, Optional<Instant> answeredAsOf) {
        members.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("no parameter is called " + name);
                });
        Optional<Instant> asOf = text(members, "asOf").map(text -> read("asOf", text, RecomputeQuestion::moment));
        Instant askedAt = text(members, "askedAt")
                .map(text -> read("askedAt", text, RecomputeQuestion::moment))
                .or(() -> answeredAsOf)
                .or(() -> asOf)
                .orElseThrow(() -> new IllegalArgumentException("either asOf or askedAt says as of when"));
        boolean isToday = asOf.isPresent() && asOf.get().isAfter(askedAt);
        Question question = new Question(
                read("level", required(members, "level"), Level::valueOf),
                text(members, "unit").map(text -> read("unit", text, RecomputeQuestion::unit)),
                read("from", required(members, "from"), LocalDate::parse),
                read("to", required(members, "to"), LocalDate::parse),
                read("view", text(members, "view").orElse("AS_WAS"), View::valueOf),
                asOf.filter(_ -> !isToday),
                read(
                        "groupBy",
                        text(members, "groupBy").orElse("unit"),
                        word -> GroupBy.valueOf(word.toUpperCase(Locale.ROOT))),
                isFirst("scope", members, "OWN", "SUBTREE"),
                isFirst("by", members, "RECEIVING", "COMPETENT"),
                askedAt);
        boolean isAskedLater = asOf.isPresent() && !members.containsKey("askedAt");
        refuse(question.faults().stream()
                .filter(fault -> !isAskedLater || !fault.code().equals(IN_FUTURE))
                .toList());
        return new RecomputeQuestion(
                question,
                read("definition", text(members, "definition").orElse("OT-1"), RecomputeQuestion::definitions));
    }

    private static void refuse(List<QuestionFault> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.stream()
                    .map(fault -> fault.parameter() + " is not as it should be: " + fault.code())
                    .collect(Collectors.joining(", ")));
        }
    }

    /** True for the first of two words, false for the other, which is what nothing means. */
    private static boolean isFirst(String name, Map<String, Object> members, String first, String other) {
        String word = text(members, name).orElse(other);
        if (!word.equals(first) && !word.equals(other)) {
            throw new IllegalArgumentException(name + " is not as it should be");
        }
        return word.equals(first);
    }

    private static Optional<String> text(Map<String, Object> members, String name) {
        return Optional.ofNullable(members.get(name)).map(String::valueOf);
    }

    private static String required(Map<String, Object> members, String name) {
        return text(members, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + " is not as it should be", wrong);
        }
    }

    private static Reach.Asked unit(String text) {
        return UnitAt.parse(text)
                .map(named -> new Reach.Asked(named.code(), named.day()))
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** A moment, or the last instant of a day. */
    private static Instant moment(String text) {
        return text.contains("T") ? OffsetDateTime.parse(text).toInstant() : Period.endOf(LocalDate.parse(text));
    }

    private static List<Definition> definitions(String id) {
        List<Definition> named = Arrays.stream(Definition.values())
                .filter(definition -> id.equals("all") || definition.id().equals(id))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException(id);
        }
        return named;
    }
}
