package vn.motcua.platform.csv;

import java.util.Map;

/**
 * A line that is sound as CSV.
 *
 * @param number where it begins, counted from 1 as an editor does
 * @param cells by column, composed (NFC) and without the space around them
 */
public record CsvLine(int number, Map<String, String> cells) {

    public CsvLine {
        cells = Map.copyOf(cells);
    }
}
