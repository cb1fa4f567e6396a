package vn.motcua.reference;

import java.util.Map;
import java.util.Optional;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;

/**
 * What became of a unit on 2025-07-01, as the conversion table says. Its names are not compared: it spells 391 of them in
 * another way than the tables of units do.
 *
 * @param oldLevel empty for ground that belonged to no commune
 * @param correction how the row differs from the official table; empty where it does not
 */
record SuccessionRow(
        LinePlace place,
        Optional<Level> oldLevel,
        Optional<String> oldCode,
        Optional<String> newCode,
        Succession.Kind kind,
        Optional<String> note,
        Optional<String> correction) {

    private static final Map<String, Optional<Level>> LEVELS = Map.of(
            "tinh", Optional.of(Level.PROVINCE),
            "huyen", Optional.of(Level.DISTRICT),
            "xa", Optional.of(Level.COMMUNE),
            "vung", Optional.empty());
    private static final Map<String, Succession.Kind> KINDS = Map.ofEntries(
            Map.entry("unchanged", Succession.Kind.UNCHANGED),
            Map.entry("renamed", Succession.Kind.RENAMED),
            Map.entry("kind_changed", Succession.Kind.KIND_CHANGED),
            Map.entry("whole", Succession.Kind.WHOLE),
            Map.entry("part", Succession.Kind.PART),
            Map.entry("part_area", Succession.Kind.PART_AREA),
            Map.entry("part_area_all_population", Succession.Kind.PART_AREA_ALL_POPULATION),
            Map.entry("part_population", Succession.Kind.PART_POPULATION),
            Map.entry("whole_area", Succession.Kind.WHOLE_AREA),
            Map.entry("merged", Succession.Kind.MERGED),
            Map.entry("abolished", Succession.Kind.ABOLISHED),
            Map.entry("commune_to_special_zone", Succession.Kind.COMMUNE_TO_SPECIAL_ZONE),
            Map.entry("district_to_special_zone", Succession.Kind.DISTRICT_TO_SPECIAL_ZONE));

    static SuccessionRow of(Line line) {
        Optional<Level> level = line.word("level", LEVELS);
        Succession.Kind kind = line.word("kind_of_change", KINDS);
        Optional<String> oldCode = line.optionalCode("old_code", UnitRow.CODE);
        if (!oldCode.map(UnitRow::levelOf).equals(level)) {
            throw line.bad(Reason.MALFORMED_CODE, oldCode.orElse("old_code"));
        }
        Optional<String> newCode = line.optionalCode("new_code", UnitRow.CODE);
        if (newCode.isPresent() == (kind == Succession.Kind.ABOLISHED)) {
            throw line.bad(newCode.isPresent() ? Reason.UNKNOWN_VALUE : Reason.MISSING_VALUE, "new_code");
        }
        if (oldCode.isEmpty() && newCode.isEmpty()) {
            throw line.bad(Reason.MISSING_VALUE, "old_code");
        }
        return new SuccessionRow(
                line.place(), level, oldCode, newCode, kind, line.optional("note_vi"), line.optional("correction"));
    }
}
