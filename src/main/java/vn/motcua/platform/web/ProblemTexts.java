package vn.motcua.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What people read of a refusal, in both languages. Texts never repeat input. */
final class ProblemTexts {

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(
            Map.of(Language.VI, load("problems_vi.properties"), Language.EN, load("problems_en.properties")));

    private ProblemTexts() {}

    static Properties of(Language language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    static String title(ProblemType type, Language language) {
        return text(language, type.slug() + ".title");
    }

    /** The general detail, or the one that names a value when the problem has that value. */
    static String detail(Problem problem, Language language) {
        String general = problem.type().slug() + ".detail";
        return problem.arguments().entrySet().stream()
                .filter(argument -> of(language).containsKey(general + "." + argument.getKey()))
                .map(argument -> text(language, general + "." + argument.getKey())
                        .replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue())))
                .findFirst()
                .orElseGet(() -> text(language, general));
    }

    /** A code without words of its own is still wrong somehow. */
    static String message(String code, Language language) {
        String invalid = text(language, "field.invalid-value");
        return of(language).getProperty("field." + code, invalid);
    }

    private static String text(Language language, String key) {
        return Objects.requireNonNull(of(language).getProperty(key), key);
    }

    private static Properties load(String file) {
        var texts = new Properties();
        try (var stream = Objects.requireNonNull(ProblemTexts.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
