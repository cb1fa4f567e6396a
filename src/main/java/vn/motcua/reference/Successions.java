package vn.motcua.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.reference.TerritoryChanges.NewSuccession;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;

/** Who succeeded whom as it will be: one succession for each pair of versions. */
final class Successions {

    private static final String CONVERSION_TABLE = "Bảng chuyển đổi ĐVHC mới - cũ, 01/07/2025";

    private record Pair(Optional<Integer> from, Optional<Integer> to) {}

    private final Map<Pair, Succession.Kind> known = new HashMap<>();
    private final List<NewSuccession> added = new ArrayList<>();
    private final UnitVersions versions;
    private final BadLines bad;

    Successions(Territory loaded, UnitVersions versions, BadLines bad) {
        loaded.successions()
                .forEach(succession -> known.put(new Pair(succession.from(), succession.to()), succession.kind()));
        this.versions = versions;
        this.bad = bad;
    }

    void planUnlessKnown(AdministrativeUnit from, AdministrativeUnit to, Succession.Kind kind, String source) {
        var pair = new Pair(Optional.of(from.version()), Optional.of(to.version()));
        if (!known.containsKey(pair)) {
            add(pair, kind, Optional.empty(), source);
        }
    }

    /** What the conversion table of 2025 says. */
    void plan(List<SuccessionRow> rows) {
        for (SuccessionRow row : rows) {
            try {
                plan(row);
            } catch (Line.Bad reason) {
                bad.add(reason.line());
            }
        }
    }

    private void plan(SuccessionRow row) {
        Optional<AdministrativeUnit> from = row.oldCode()
                .map(code -> versions.inForce(code, Reform.DAY.minusDays(1))
                        .orElseThrow(() -> row.line().bad(Reason.UNKNOWN_PREDECESSOR, code)));
        Optional<AdministrativeUnit> to = row.newCode()
                .map(code -> versions.startingOn(code, Reform.DAY)
                        .orElseThrow(() -> row.line().bad(Reason.UNKNOWN_SUCCESSOR, code)));
        from.ifPresent(unit -> refuseOtherName(unit, row.oldName(), row.line()));
        to.ifPresent(unit -> refuseOtherName(unit, row.newName().orElse(""), row.line()));
        var pair = new Pair(from.map(AdministrativeUnit::version), to.map(AdministrativeUnit::version));
        Succession.Kind loaded = known.get(pair);
        if (loaded == null) {
            add(pair, row.kind(), row.note(), source(row));
        } else if (loaded != row.kind()) {
            throw row.line().bad(Reason.DIFFERS, row.oldCode().or(row::newCode).orElse(""));
        }
    }

    /** A code of the table that is wrong shows by its name, since nearly every code was used twice. */
    private static void refuseOtherName(AdministrativeUnit unit, String name, Line line) {
        if (!unit.name().equals(name)) {
            throw line.bad(Reason.NAME_DIFFERS, unit.code());
        }
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
}
