package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.text.NameIndex;

/** Finds units by what people call them: a name with or without its kind, however it is typed, or a code. */
public final class UnitIndex {

    private final List<AdministrativeUnit> byCode;
    private final NameIndex<AdministrativeUnit> bareNames;
    private final NameIndex<AdministrativeUnit> names;

    UnitIndex(Collection<AdministrativeUnit> units) {
        this.byCode = units.stream()
                .sorted(Comparator.comparing(AdministrativeUnit::level)
                        .thenComparing(AdministrativeUnit::code)
                        .thenComparing(AdministrativeUnit::validFrom))
                .toList();
        this.bareNames = new NameIndex<>(byCode, AdministrativeUnit::bareName);
        this.names = new NameIndex<>(byCode, AdministrativeUnit::name);
    }

    /**
     * Those in force on a day: the one with that very code, then by name, the best first. All, by level and code, for a
     * query without a letter or digit.
     */
    public List<AdministrativeUnit> find(String query, LocalDate day) {
        return Stream.of(withCode(query.strip()), bareNames.find(query), names.find(query))
                .flatMap(List::stream)
                .filter(unit -> unit.isInForceOn(day))
                .distinct()
                .toList();
    }

    private List<AdministrativeUnit> withCode(String code) {
        return byCode.stream().filter(unit -> unit.code().equals(code)).toList();
    }
}
