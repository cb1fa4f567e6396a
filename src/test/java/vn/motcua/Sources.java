package vn.motcua;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, as text. */
final class Sources {

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern SQL_COMMENT = Pattern.compile("--.*|/\\*.*?\\*/");

    private Sources() {}

    /** What may be SQL: the literals of every class and the migrations without their comments, by file. */
    static Map<String, String> statements() {
        Map<String, String> statements = new TreeMap<>();
        files(Path.of("src/main/java"), ".java")
                .forEach(file -> statements.put(
                        file.toString(),
                        LITERAL.matcher(read(file))
                                .results()
                                .map(literal ->
                                        SQL_COMMENT.matcher(literal.group()).replaceAll(""))
                                .collect(joining("\n"))));
        files(Path.of("src/main/resources"), ".sql")
                .forEach(file -> statements.put(
                        file.toString(), SQL_COMMENT.matcher(read(file)).replaceAll("")));
        return statements;
    }

    static List<Path> files(Path below, String ending) {
        try (Stream<Path> found = Files.walk(below)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
