package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.motcua.reporting.Period;

/**
 * What the figures are asked for.
 *
 * @param cells the places that count, each for a row of the answer; a place in two rows counts in both
 * @param isWholeNation true when the cells are everything there is
 * @param grouping what makes a row
 * @param isByReceiving true to count with the agency that received a dossier instead of the one that decides it
 * @param known what is judged and as of when
 * @param isNow true when everything recorded so far counts, whatever its moment
 * @param days ends of consecutive spans, beginning with the day before the first; the last is the day that is judged
 */
public record FigureQuery(
        List<Cell> cells,
        boolean isWholeNation,
        Grouping grouping,
        boolean isByReceiving,
        Period known,
        boolean isNow,
        List<LocalDate> days) {

    public FigureQuery {
        cells = List.copyOf(cells);
        days = List.copyOf(days);
    }

    /** What makes a row of the answer. */
    public enum Grouping {
        /** The row that a cell names. */
        CELL,
        /** The version of the procedure, by its id. */
        PROCEDURE,
        /** The channel, by its number in form II.06: 1 counter, 2 online, 3 postal. */
        CHANNEL
    }

    /**
     * A place: a province with all that is in it, a unit, or one agency of a unit.
     *
     * @param row of the answer
     * @param province the unit version of the province, or of the nation for ministries
     * @param unit the unit version; 0 for the whole province
     * @param agency 0 for all agencies of the unit
     */
    public record Cell(int row, int province, int unit, int agency) {

        public static Cell ofProvince(int row, int province) {
            return new Cell(row, province, 0, 0);
        }

        public static Cell ofUnit(int row, int province, int unit) {
            return new Cell(row, province, unit, 0);
        }

        public boolean isWholeProvince() {
            return unit == 0;
        }
    }

    /** True when every cell is a whole province. */
    public boolean isByProvince() {
        return cells.stream().allMatch(Cell::isWholeProvince);
    }

    /** The axes that count: each bit is one way to look at a dossier that differs from the usual. */
    public Set<Integer> axes() {
        return isByReceiving ? Set.of(0, 1, 2, 3) : Set.of(0, 2);
    }
}
