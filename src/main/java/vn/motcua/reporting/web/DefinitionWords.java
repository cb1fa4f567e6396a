package vn.motcua.reporting.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import vn.motcua.contract.DefinitionDto;
import vn.motcua.contract.OnTimeDefinitionDto;
import vn.motcua.platform.web.Language;
import vn.motcua.reporting.Definition;

/** What people read of a definition, in both languages. */
final class DefinitionWords {

    private static final Map<Language, Properties> WORDS = new EnumMap<>(
            Map.of(Language.VI, load("definitions_vi.properties"), Language.EN, load("definitions_en.properties")));

    private DefinitionWords() {}

    static OnTimeDefinitionDto toDto(Definition definition, Language language) {
        return new OnTimeDefinitionDto(
                DefinitionDto.fromValue(definition.id()),
                definition.version(),
                definition.effectiveFrom(),
                OnTimeDefinitionDto.PrecisionEnum.valueOf(definition.precision().name()),
                OnTimeDefinitionDto.AgainstEnum.valueOf(definition.against().name()),
                definition.formula(),
                text(language, definition.id() + ".words"),
                text(language, definition.id() + ".source"));
    }

    static String text(Language language, String key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(WORDS.get(language)).getProperty(key), key);
    }

    private static Properties load(String file) {
        var words = new Properties();
        try (var stream = Objects.requireNonNull(DefinitionWords.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
