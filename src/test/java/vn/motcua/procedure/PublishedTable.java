package vn.motcua.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.motcua.procedure.PublishedProcedure.Reading;

/** Rows of the published table: an excerpt that comes with the project, and the whole where it lies beside the project. */
public final class PublishedTable {

    public static final Path WHOLE = Path.of("../shared/data/procedures.csv");

    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)");

    private PublishedTable() {}

    /** The 87 everyday procedures, and five more that the catalogue has had from the beginning. */
    public static List<PublishedProcedure> excerpt() {
        try (InputStream file = Objects.requireNonNull(
                PublishedTable.class.getResourceAsStream("/procedure/published.csv"), "published.csv")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<PublishedProcedure> whole() {
        try {
            return read(Files.readAllLines(WHOLE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<PublishedProcedure> read(List<String> lines) {
        List<String> names = fields(lines.getFirst());
        return lines.stream()
                .skip(1)
                .map(PublishedTable::fields)
                .map(fields -> PublishedColumns.read(
                        column -> names.contains(column) ? fields.get(names.indexOf(column)) : ""))
                .map(reading -> ((Reading.Read) reading).procedure())
                .toList();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        var field = FIELD.matcher(line);
        while (field.lookingAt()) {
            fields.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (field.group(3).isEmpty()) {
                return fields;
            }
            field.region(field.end(), line.length());
        }
        throw new IllegalArgumentException("Not a line of a table");
    }
}
