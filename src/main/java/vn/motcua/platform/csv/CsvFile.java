package vn.motcua.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a CSV file (RFC 4180) from its beginning to its end, or to the first thing after which nothing can be trusted. UTF-8
 * with or without byte-order mark, lines that end in LF or CRLF, blank lines left out. The header names the columns, in any
 * order, each once.
 */
public final class CsvFile {

    private static final int LONGEST_CELL = 64 * 1024;
    private static final int PROGRESS_EVERY = 500;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,40}");

    private final List<String> columns;
    private final Set<String> optional;
    private final CsvListener listener;
    private List<String> header = List.of();

    private CsvFile(List<String> columns, Set<String> optional, CsvListener listener) {
        this.columns = columns;
        this.optional = optional;
        this.listener = listener;
    }

    /**
     * Reads the stream and closes it.
     *
     * @param columns what the header must name, all of them
     * @param optional what it may name beside them, and nothing else
     * @throws UncheckedIOException when the file cannot be read; a bad file is no exception
     */
    public static void read(
            InputStream file, List<String> columns, Set<String> optional, CsvLimits limits, CsvListener listener) {
        new CsvFile(columns, optional, listener).read(file, limits);
    }

    /** As above, where the header may name nothing else. */
    public static void read(InputStream file, List<String> columns, CsvLimits limits, CsvListener listener) {
        read(file, columns, Set.of(), limits, listener);
    }

    private void read(InputStream file, CsvLimits limits) {
        var maker = new CsvRow.Maker();
        try (var text = new BoundedText(file, limits);
                var reader = CsvReader.builder()
                        .maxBufferSize(LONGEST_CELL)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(maker, text)) {
            rows(reader);
        } catch (CsvParseException broken) {
            stopped(broken, maker.line());
        } catch (UncheckedIOException passed) {
            stopped(Objects.requireNonNull(passed.getCause()));
        } catch (IOException unreadable) {
            stopped(unreadable);
        }
    }

    private void rows(CsvReader<CsvRow> reader) {
        int read = 0;
        for (CsvRow row : reader) {
            if (header.isEmpty()) {
                if (!header(row)) {
                    return;
                }
            } else {
                row(row);
            }
            read = row.line();
            if (read % PROGRESS_EVERY == 0) {
                listener.progress(read);
            }
        }
        if (header.isEmpty()) {
            listener.fault(1, CsvFault.EMPTY_FILE, "");
        }
        listener.progress(read);
    }

    private void stopped(CsvParseException broken, int line) {
        if (broken.getCause() instanceof IOException passed) {
            stopped(passed);
        } else {
            listener.fault(line, CsvFault.BROKEN_QUOTES, "");
        }
    }

    private void stopped(IOException stopped) {
        if (stopped instanceof BoundedText.Passed passed) {
            listener.fault(passed.line, passed.fault, "");
        } else {
            throw new UncheckedIOException(stopped);
        }
    }

    /** All that is wrong with it, in one go; false when there is anything. */
    private boolean header(CsvRow row) {
        if (!isText(row)) {
            listener.fault(row.line(), CsvFault.UNREADABLE_HEADER, "");
            return false;
        }
        Set<String> named = new HashSet<>();
        boolean sound = true;
        for (String name : row.cells().stream().map(String::strip).toList()) {
            if (!columns.contains(name) && !optional.contains(name)) {
                sound = headerFault(row, CsvFault.UNKNOWN_COLUMN, name);
            } else if (!named.add(name)) {
                sound = headerFault(row, CsvFault.REPEATED_COLUMN, name);
            }
        }
        for (String name : columns) {
            if (!named.contains(name)) {
                sound = headerFault(row, CsvFault.MISSING_COLUMN, name);
            }
        }
        header = row.cells().stream().map(String::strip).toList();
        return sound;
    }

    /** Names what looks like a column only: a file of something else may begin with a person's name. */
    private boolean headerFault(CsvRow row, CsvFault fault, String name) {
        listener.fault(row.line(), fault, NAME.matcher(name).matches() ? name : "");
        return false;
    }

    private void row(CsvRow row) {
        if (row.looseQuote()) {
            listener.fault(row.line(), CsvFault.LOOSE_QUOTE, "");
        } else if (row.count() != header.size()) {
            listener.fault(row.line(), CsvFault.CELL_COUNT, "");
        } else if (!isText(row)) {
            listener.fault(row.line(), CsvFault.NOT_UTF8, "");
        } else {
            cells(row);
        }
    }

    private void cells(CsvRow row) {
        Map<String, String> cells = new HashMap<>();
        for (int at = 0; at < header.size(); at++) {
            String cell = Normalizer.normalize(row.cells().get(at), Normalizer.Form.NFC)
                    .strip();
            if (!cell.codePoints().allMatch(CsvFile::isPrintable)) {
                listener.fault(row.line(), CsvFault.UNPRINTABLE, header.get(at));
                return;
            }
            cells.put(header.get(at), cell);
        }
        listener.line(new CsvLine(row.line(), cells));
    }

    private static boolean isText(CsvRow row) {
        return row.cells().stream().noneMatch(cell -> cell.indexOf(BoundedText.REPLACED) >= 0);
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
