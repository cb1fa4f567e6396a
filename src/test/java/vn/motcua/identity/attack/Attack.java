package vn.motcua.identity.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of attacks, whose head says what the columns mean.
 *
 * @param problem last word of the problem's type; empty where the answer is none, or none of ours
 */
record Attack(
        String id,
        String name,
        String token,
        String request,
        List<String> with,
        int status,
        Optional<String> problem,
        String asvs) {

    private static final Path TABLE = Path.of("src/test/resources/identity/attacks.csv");
    private static final int COLUMNS = 8;

    static List<Attack> all() throws IOException {
        List<Attack> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(of(line));
            }
        }
        return rows;
    }

    private static Attack of(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException("Not a row of " + COLUMNS + " cells: " + line);
        }
        return new Attack(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                Arrays.stream(cells.get(4).split(";", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                Integer.parseInt(cells.get(5)),
                Optional.of(cells.get(6)).filter(problem -> !problem.equals("-")),
                cells.get(7));
    }

    /** What stands behind a word in the last column but one, as in {@code body {...}}. */
    Optional<String> rest(String word) {
        return with.stream()
                .filter(part -> part.startsWith(word + " "))
                .map(part -> part.substring(word.length() + 1))
                .findFirst();
    }

    /** Names and values in turn. */
    List<String> headers() {
        return with.stream()
                .filter(part -> !part.startsWith("body ") && !part.startsWith("filing "))
                .flatMap(part -> Arrays.stream(part.split(": ?", 2)))
                .toList();
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
