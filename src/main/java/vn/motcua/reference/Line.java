package vn.motcua.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a file, and its cells read as what they must be.
 *
 * @param number where it begins in the file, counted from 1
 * @param cells by column; an empty cell is an empty text
 */
public record Line(SourceFile file, int number, Map<String, String> cells) {

    private static final int LONGEST = 2000;
    private static final Pattern DAY = Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    public Line {
        cells = Map.copyOf(cells);
    }

    /** What is wrong with a line; the import goes on with the next one. */
    static final class Bad extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient BadLine line;

        Bad(BadLine line) {
            super(line.reason().slug(), null, false, false);
            this.line = line;
        }

        BadLine line() {
            return line;
        }
    }

    /** The cell on one line, or nothing. */
    Optional<String> optional(String column) {
        String cell = cells.getOrDefault(column, "");
        if (cell.length() > LONGEST) {
            throw bad(Reason.TEXT_TOO_LONG, column);
        }
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell.replaceAll("\\s+", " "));
    }

    String required(String column) {
        return optional(column).orElseThrow(() -> bad(Reason.MISSING_VALUE, column));
    }

    String code(String column, Pattern form) {
        String code = required(column);
        if (!form.matcher(code).matches()) {
            throw bad(Reason.MALFORMED_CODE, code);
        }
        return code;
    }

    Optional<String> optionalCode(String column, Pattern form) {
        return optional(column).map(code -> code(column, form));
    }

    LocalDate day(String column) {
        String day = required(column);
        try {
            if (DAY.matcher(day).matches()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeException noSuchDay) {
            throw bad(Reason.MALFORMED_DATE, day);
        }
        throw bad(Reason.MALFORMED_DATE, day);
    }

    /** One of the words that may stand in the column. */
    <T> T word(String column, Map<String, T> words) {
        String word = required(column);
        T meant = words.get(word);
        if (meant == null) {
            throw bad(Reason.UNKNOWN_VALUE, word);
        }
        return meant;
    }

    LinePlace place() {
        return new LinePlace(file, number);
    }

    /** Names what is meant only where that can be no more than a code, a word or a day. */
    Bad bad(Reason reason, String detail) {
        return place().bad(reason, detail);
    }
}
