package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;

/** Every unit of a day becomes a version from the table's first day, unless it is loaded as it stands there. */
final class UnitTable {

    private static final int GENERATION = 1_000_000;
    private static final int LEVEL = 100_000;
    private static final String NATION = "VN";

    private final SourceFile file;
    private final int generation;
    private final LocalDate first;
    private final Optional<LocalDate> last;
    private final UnitVersions versions;
    private final Map<String, UnitRow> rows;
    private final Set<String> circles;
    private final Tables tables;
    private final BadLines bad;

    private UnitTable(
            SourceFile file,
            int generation,
            LocalDate first,
            Optional<LocalDate> last,
            UnitVersions versions,
            Tables tables,
            BadLines bad) {
        this.file = file;
        this.generation = generation;
        this.first = first;
        this.last = last;
        this.versions = versions;
        this.rows = tables.units(file).stream()
                .collect(Collectors.toUnmodifiableMap(UnitRow::code, UnaryOperator.identity()));
        this.circles = ParentCircles.of(rows);
        this.tables = tables;
        this.bad = bad;
    }

    /** Three levels, from the first day on which the table is exact to the last day of the districts. */
    static UnitTable of2024(UnitVersions versions, Tables tables, BadLines bad) {
        return new UnitTable(
                SourceFile.UNITS_2024,
                0,
                LocalDate.of(2025, 3, 1),
                Optional.of(Reform.DAY.minusDays(1)),
                versions,
                tables,
                bad);
    }

    /** Two levels, from the reform on. */
    static UnitTable of2025(UnitVersions versions, Tables tables, BadLines bad) {
        return new UnitTable(SourceFile.UNITS_2025, 1, Reform.DAY, Optional.empty(), versions, tables, bad);
    }

    /** Those above come first, so that each finds its parent planned. */
    void plan() {
        List<UnitRow> downwards = rows.values().stream()
                .sorted(Comparator.comparing(UnitRow::level)
                        .thenComparingInt(row -> row.place().number()))
                .toList();
        for (UnitRow row : downwards) {
            try {
                plan(row);
            } catch (Line.Bad reason) {
                bad.add(reason.line());
            }
        }
    }

    private void plan(UnitRow row) {
        if (circles.contains(row.code())) {
            throw row.place().bad(Reason.PARENT_CYCLE, row.code());
        }
        Optional<AdministrativeUnit> above = row.level() == Level.PROVINCE ? nation(row) : parent(row);
        if (above.isEmpty()) {
            return;
        }
        var unit = new AdministrativeUnit(
                generation * GENERATION + LEVEL * place(row.level()) + Integer.parseInt(row.code()),
                row.code(),
                row.name(),
                row.level(),
                row.kind(),
                first,
                last,
                above.map(AdministrativeUnit::version));
        versions.startingOn(row.code(), first)
                .or(() -> versions.version(unit.version()))
                .ifPresentOrElse(loaded -> compare(loaded, unit, row.place()), () -> versions.plan(unit, row.place()));
    }

    private Optional<AdministrativeUnit> nation(UnitRow row) {
        if (row.parent().isPresent()) {
            throw row.place().bad(Reason.LEVEL_DOES_NOT_FIT, row.code());
        }
        return Optional.of(
                versions.inForce(NATION, first).orElseThrow(() -> row.place().bad(Reason.UNKNOWN_PARENT, NATION)));
    }

    /** Empty where the parent stands in the table on a line that is bad itself: one fault is enough. */
    private Optional<AdministrativeUnit> parent(UnitRow row) {
        String code = row.parent().orElseThrow(() -> row.place().bad(Reason.MISSING_VALUE, "parent_code"));
        if (UnitRow.levelOf(code) != levelAbove(row)) {
            throw row.place().bad(Reason.LEVEL_DOES_NOT_FIT, code);
        }
        Optional<AdministrativeUnit> parent = versions.startingOn(code, first).or(() -> versions.inForce(code, first));
        if (parent.isEmpty() && !tables.mentions(file, code)) {
            throw row.place().bad(Reason.UNKNOWN_PARENT, code);
        }
        return parent;
    }

    private Level levelAbove(UnitRow row) {
        boolean hasDistricts = file == SourceFile.UNITS_2024;
        return switch (row.level()) {
            case COMMUNE -> hasDistricts ? Level.DISTRICT : Level.PROVINCE;
            case DISTRICT -> hasDistricts ? Level.PROVINCE : Level.MINISTRY;
            case NATION, MINISTRY, PROVINCE -> Level.NATION;
        };
    }

    private static int place(Level level) {
        return switch (level) {
            case PROVINCE -> 1;
            case DISTRICT -> 2;
            case COMMUNE -> 3;
            case NATION, MINISTRY -> 0;
        };
    }

    /** A loaded version may lack its end, and nothing else. */
    private void compare(AdministrativeUnit loaded, AdministrativeUnit unit, LinePlace place) {
        boolean same = loaded.code().equals(unit.code())
                && loaded.validFrom().equals(unit.validFrom())
                && loaded.name().equals(unit.name())
                && loaded.level() == unit.level()
                && loaded.kind() == unit.kind()
                && loaded.parent().equals(unit.parent());
        boolean mayEnd = unit.validTo().isEmpty()
                || loaded.validTo().isEmpty()
                || loaded.validTo().equals(unit.validTo());
        if (!same || !mayEnd) {
            throw place.bad(Reason.DIFFERS, unit.code());
        }
        if (loaded.validTo().isEmpty()) {
            unit.validTo().ifPresent(end -> versions.end(loaded, end));
        }
    }
}
