package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.text.Folding;
import vn.motcua.text.NameIndex;

/** Finds units by what people call them: a name with or without its kind, however it is typed, or a code. */
public final class UnitIndex {

    private final List<Named> byCode;
    private final NameIndex<Named> bareNames;
    private final NameIndex<Named> names;

    UnitIndex(Collection<AdministrativeUnit> units) {
        this.byCode = units.stream()
                .sorted(Comparator.comparing(AdministrativeUnit::level)
                        .thenComparing(AdministrativeUnit::code)
                        .thenComparing(AdministrativeUnit::validFrom))
                .map(Named::new)
                .toList();
        this.bareNames = new NameIndex<>(byCode, Named::bareName);
        this.names = new NameIndex<>(byCode, Named::name);
    }

    /** A unit and its names, folded once and for all. */
    private record Named(AdministrativeUnit unit, String name, String bareName) {

        Named(AdministrativeUnit unit) {
            this(unit, Folding.fold(unit.name()), Folding.fold(unit.bareName()));
        }
    }

    /**
     * Those in force on a day: the one with that very code, then by name, the best first. All, by level and code, for a
     * query without a letter or digit.
     */
    public List<AdministrativeUnit> find(String query, LocalDate day) {
        Stream<List<Named>> hits = Folding.fold(query).isEmpty()
                ? Stream.of(byCode)
                : Stream.of(withCode(query.strip()), bareNames.find(query), names.find(query));
        Map<Integer, AdministrativeUnit> found = new LinkedHashMap<>();
        hits.flatMap(List::stream)
                .map(Named::unit)
                .filter(unit -> unit.isInForceOn(day))
                .forEach(unit -> found.putIfAbsent(unit.version(), unit));
        return List.copyOf(found.values());
    }

    private List<Named> withCode(String code) {
        return byCode.stream().filter(named -> named.unit().code().equals(code)).toList();
    }
}
