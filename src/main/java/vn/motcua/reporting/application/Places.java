package vn.motcua.reporting.application;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** Where the figures of a unit stand: everything that agencies of it and below it handle. */
final class Places {

    private Places() {}

    /** The cells of a unit with all that is below it, for a row. */
    static List<Cell> ofSubtree(int row, AdministrativeUnit unit, Territory territory) {
        return switch (unit.level()) {
            case NATION ->
                territory
                        .downwards(unit)
                        .filter(below -> below.level() == Level.NATION || below.level() == Level.PROVINCE)
                        .map(below -> Cell.ofProvince(row, below.version()))
                        .toList();
            case PROVINCE -> List.of(Cell.ofProvince(row, unit.version()));
            case MINISTRY, DISTRICT, COMMUNE ->
                territory
                        .downwards(unit)
                        .map(below -> ofUnit(row, below, territory))
                        .toList();
        };
    }

    /** The cell of the agencies of the unit itself, for a row. */
    static Cell ofUnit(int row, AdministrativeUnit unit, Territory territory) {
        return Cell.ofUnit(row, province(unit, territory), unit.version());
    }

    /** The province around it, or the nation. */
    private static int province(AdministrativeUnit unit, Territory territory) {
        Stream<AdministrativeUnit> upwards = territory.upwards(unit);
        return upwards.filter(above -> above.level() == Level.PROVINCE || above.level() == Level.NATION)
                .findFirst()
                .orElse(unit)
                .version();
    }
}
