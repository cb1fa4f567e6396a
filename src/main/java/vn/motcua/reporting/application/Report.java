package vn.motcua.reporting.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.SmallCells;
import vn.motcua.territory.AdministrativeUnit;

/**
 * What the figures say.
 *
 * @param asOf nothing recorded later is in it
 * @param logPosition the last position of the log that is in it completely
 */
public record Report(Instant asOf, long logPosition, List<Line> rows, Line total) {

    /**
     * A row.
     *
     * @param withheld what the caller may not see of it
     */
    public record Line(RowKey key, Movement movement, Optional<Unplaced> unplaced, Set<SmallCells.Part> withheld) {

        static Line of(RowKey key, Movement movement, Optional<Unplaced> unplaced) {
            return new Line(key, movement, unplaced, Set.of());
        }
    }

    /**
     * What may be a row's, in part or whole.
     *
     * @param candidates every unit that may hold a part of it
     */
    public record Unplaced(Movement movement, List<AdministrativeUnit> candidates) {}
}
