package vn.motcua.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.reference.TerritoryChanges.NewSuccession;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;

/** Who succeeded whom as it will be: one succession for each pair of versions. */
final class Successions {

    private static final String CONVERSION_TABLE = "Cục Thống kê: Bảng chuyển đổi đơn vị hành chính mới - cũ, 2025-07";

    private record Pair(Optional<Integer> from, Optional<Integer> to) {}

    private final Map<Pair, Succession.Kind> known = new HashMap<>();
    private final List<NewSuccession> added = new ArrayList<>();
    private final UnitVersions versions;
    private final Tables tables;
    private final BadLines bad;

    Successions(Territory loaded, UnitVersions versions, Tables tables, BadLines bad) {
        loaded.successions()
                .forEach(succession -> known.put(new Pair(succession.from(), succession.to()), succession.kind()));
        this.versions = versions;
        this.tables = tables;
        this.bad = bad;
    }

    void planUnlessKnown(AdministrativeUnit from, AdministrativeUnit to, Succession.Kind kind, String source) {
        var pair = new Pair(Optional.of(from.version()), Optional.of(to.version()));
        if (!known.containsKey(pair)) {
            add(pair, kind, Optional.empty(), source);
        }
    }

    /** What the conversion table of 2025 says. */
    void plan() {
        for (SuccessionRow row : tables.successions()) {
            try {
                plan(row);
            } catch (Line.Bad reason) {
                bad.add(reason.line());
            }
        }
    }

    private void plan(SuccessionRow row) {
        Optional<AdministrativeUnit> from =
                row.oldCode().flatMap(code -> versions.inForce(code, Reform.DAY.minusDays(1)));
        Optional<AdministrativeUnit> to = row.newCode().flatMap(code -> versions.startingOn(code, Reform.DAY));
        if (isLost(row.oldCode(), from, SourceFile.UNITS_2024, Reason.UNKNOWN_PREDECESSOR, row.place())
                || isLost(row.newCode(), to, SourceFile.UNITS_2025, Reason.UNKNOWN_SUCCESSOR, row.place())) {
            return;
        }
        var pair = new Pair(from.map(AdministrativeUnit::version), to.map(AdministrativeUnit::version));
        Succession.Kind loaded = known.get(pair);
        if (loaded == null) {
            add(pair, row.kind(), row.note(), source(row));
        } else if (loaded != row.kind()) {
            throw row.place().bad(Reason.DIFFERS, row.oldCode().or(row::newCode).orElse(""));
        }
    }

    /** True where the unit stands in its table on a line that is bad itself: one fault is enough. */
    private boolean isLost(
            Optional<String> code,
            Optional<AdministrativeUnit> unit,
            SourceFile table,
            Reason unknown,
            LinePlace place) {
        if (code.isEmpty() || unit.isPresent()) {
            return false;
        }
        if (!tables.mentions(table, code.get())) {
            throw place.bad(unknown, code.get());
        }
        return true;
    }

    private static String source(SuccessionRow row) {
        return row.correction().map(how -> CONVERSION_TABLE + " (" + how + ")").orElse(CONVERSION_TABLE);
    }

    private void add(Pair pair, Succession.Kind kind, Optional<String> note, String source) {
        known.put(pair, kind);
        added.add(new NewSuccession(new Succession(pair.from(), pair.to(), kind), note, source));
    }

    List<NewSuccession> added() {
        return added;
    }

    /** The versions on both sides of each, as they will be. */
    Stream<Succession> all() {
        return known.entrySet().stream()
                .map(one -> new Succession(one.getKey().from(), one.getKey().to(), one.getValue()));
    }
}
