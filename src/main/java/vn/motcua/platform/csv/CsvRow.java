package vn.motcua.platform.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one line as they come; cells beyond the header's are counted and not kept.
 *
 * @param looseQuote whether a quote stands in a cell that is not quoted, which RFC 4180 forbids
 */
record CsvRow(int line, List<String> cells, int count, boolean looseQuote) {

    /** Makes rows, and remembers where the last one began, since a broken one is never made. */
    static final class Maker extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private static final int MOST_CELLS = 100;

        private List<String> cells = new ArrayList<>();
        private int count;
        private boolean looseQuote;
        private int line = 1;

        int line() {
            return line;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = Math.toIntExact(startingLine);
            cells = new ArrayList<>();
            count = 0;
            looseQuote = false;
        }

        @Override
        protected void handleField(int at, char[] buffer, int offset, int length, boolean quoted) {
            count++;
            if (count <= MOST_CELLS) {
                String cell = new String(buffer, offset, length);
                looseQuote |= !quoted && cell.indexOf('"') >= 0;
                cells.add(cell);
            }
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(line, cells, count, looseQuote);
        }
    }
}
