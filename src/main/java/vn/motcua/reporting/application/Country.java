package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.motcua.reporting.Projection;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** A territory with what figures derive from it, once. */
final class Country {

    static final Comparator<AdministrativeUnit> BY_NAME =
            Comparator.comparing(AdministrativeUnit::name).thenComparingInt(AdministrativeUnit::version);

    private static final int MOST_DAYS = 4;

    private final Territory territory;
    private final LocalDate firstDay;
    private final Map<Level, List<AdministrativeUnit>> byLevel;
    private final Map<LocalDate, Projection> projections = new ConcurrentHashMap<>();

    Country(Territory territory) {
        this.territory = territory;
        this.firstDay = territory
                .units()
                .filter(unit -> unit.level() != Level.NATION)
                .map(AdministrativeUnit::validFrom)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        this.byLevel = territory.units().sorted(BY_NAME).collect(Collectors.groupingBy(AdministrativeUnit::level));
    }

    /** Every version at a level, by name. */
    List<AdministrativeUnit> unitsAt(Level level) {
        return byLevel.getOrDefault(level, List.of());
    }

    Territory territory() {
        return territory;
    }

    /** The day itself, or the first whose units are known. */
    LocalDate known(LocalDate day) {
        return day.isBefore(firstDay) ? firstDay : day;
    }

    /** True when the unit is there on one of the days; what is known first was there before. */
    boolean isInForceBetween(AdministrativeUnit unit, LocalDate from, LocalDate to) {
        return isThereBy(unit, to)
                && unit.validTo().map(last -> !last.isBefore(from)).orElse(true);
    }

    boolean isThereBy(AdministrativeUnit unit, LocalDate day) {
        return !unit.validFrom().isAfter(known(day));
    }

    Projection onto(LocalDate day) {
        if (projections.size() > MOST_DAYS) {
            projections.clear();
        }
        return projections.computeIfAbsent(day, _ -> Projection.onto(day, territory));
    }
}
