package vn.motcua.dossier.application;

import java.util.Optional;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;

/** What a line of an export tells. */
public sealed interface ExportLine {

    /**
     * The first line.
     *
     * @param from the first position, inclusive
     * @param to the last position, inclusive; before {@code from} where there is no event
     * @param logPosition the last position of the log when the export began
     * @param unit version of the unit to which the export is limited; empty for the whole log
     */
    record Header(long from, long to, long logPosition, Optional<Integer> unit) implements ExportLine {}

    /** A version of a unit. */
    record Unit(AdministrativeUnit unit) implements ExportLine {}

    /** Who succeeded whom. */
    record Succession(vn.motcua.territory.Succession succession) implements ExportLine {}

    /**
     * An agency that events name, as it stood when the export was made.
     *
     * @param unit version of its unit; empty for a ministry
     */
    record Agency(int id, String name, String identifier, Level level, Optional<Integer> unit) implements ExportLine {}

    /** A procedure version that events name. */
    record Procedure(int version, String code, String sector, String name) implements ExportLine {}

    /**
     * An event, whose digest is right.
     *
     * @param digest SHA-256 of the line without it, in hexadecimal
     * @param position in the log; empty in an export that is limited to a unit
     */
    record Event(LoggedEvent event, String digest, Optional<Long> position) implements ExportLine {}

    /** The last line. */
    record End(long lines, long logPosition) implements ExportLine {}
}
