package vn.motcua.reporting.application;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.territory.AdministrativeUnit;

/**
 * The places whose figures a question is about; the same whatever makes its rows.
 *
 * @param parts by unit, or by ministry
 * @param doubts what may stand with several parts, or with parts and units outside
 */
record Ground(List<Part> parts, List<Doubt> doubts) {

    /** A unit or ministry and where its figures stand. The row of the cells means nothing yet. */
    record Part(RowKey key, List<Cell> cells) {}

    /**
     * Something that stands with one of several units, nobody knows which.
     *
     * @param isInside true when all of them are parts: then it belongs to the total
     */
    record Doubt(List<AdministrativeUnit> candidates, boolean isInside, List<Cell> cells) {

        boolean mayBe(RowKey key) {
            return key instanceof RowKey.OfUnit(AdministrativeUnit unit)
                    && candidates.stream().anyMatch(candidate -> candidate.version() == unit.version());
        }
    }

    /** Everything that is in the total. */
    Stream<Cell> certain() {
        return Stream.concat(
                parts.stream().flatMap(part -> part.cells().stream()),
                doubts.stream().filter(Doubt::isInside).flatMap(doubt -> doubt.cells().stream()));
    }

    /** What may be in the total or outside. */
    List<Doubt> outside() {
        return doubts.stream().filter(doubt -> !doubt.isInside()).toList();
    }
}
