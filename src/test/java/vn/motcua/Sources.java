package vn.motcua;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, as text. */
final class Sources {

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern SQL_COMMENT = Pattern.compile("--.*|/\\*.*?\\*/");

    private Sources() {}

    /** Where a pattern occurs in what may be SQL: literals of classes and migrations, both without SQL's comments. */
    static List<String> inStatements(Pattern pattern) {
        Stream<Path> classes = files(Path.of("src/main/java"), ".java").stream();
        Stream<Path> migrations = files(Path.of("src/main/resources"), ".sql").stream();
        return Stream.concat(
                        classes.flatMap(file -> found(pattern, file, literals(read(file)))),
                        migrations.flatMap(file -> found(pattern, file, read(file))))
                .toList();
    }

    private static String literals(String source) {
        return LITERAL.matcher(source).results().map(MatchResult::group).collect(joining("\n"));
    }

    private static Stream<String> found(Pattern pattern, Path file, String text) {
        return pattern.matcher(SQL_COMMENT.matcher(text).replaceAll(""))
                .results()
                .map(hit -> file + ": " + hit.group());
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
