package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which agency may decide in a place (thẩm quyền giải quyết). */
public sealed interface Competence {

    record One(Agency agency) implements Competence {}

    record None() implements Competence {}

    record Ambiguous(List<Agency> agencies) implements Competence {
        public Ambiguous {
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * Who decides for a place on a day. Where several levels may decide, the level of the place that somebody names is
     * meant; else those above it; else, when the place is named too broadly, those below it.
     */
    static Competence of(List<Decider> deciders, AdministrativeUnit place, LocalDate day, Territory territory) {
        List<Agency> above = territory
                .upwards(place)
                .flatMap(unit -> territory.agenciesOf(unit).stream())
                .filter(agency -> isAmong(deciders, agency))
                .toList();
        List<Agency> here =
                above.stream().filter(agency -> agency.level() == place.level()).toList();
        return Stream.<Supplier<List<Agency>>>of(
                        () -> here,
                        () -> withNamed(above, deciders, territory),
                        () -> below(place, deciders, day, territory))
                .map(Supplier::get)
                .filter(agencies -> !agencies.isEmpty())
                .findFirst()
                .map(Competence::among)
                .orElseGet(None::new);
    }

    private static boolean isAmong(List<Decider> deciders, Agency agency) {
        return deciders.stream().anyMatch(decider -> decider.includes(agency));
    }

    /** A ministry has no unit: only its own name leads to it. */
    private static List<Agency> withNamed(List<Agency> above, List<Decider> deciders, Territory territory) {
        Stream<Agency> named = deciders.stream()
                .flatMap(decider -> decider.agency().stream())
                .flatMap(id -> territory.agency(id).stream());
        return Stream.concat(above.stream(), named).distinct().toList();
    }

    private static List<Agency> below(
            AdministrativeUnit place, List<Decider> deciders, LocalDate day, Territory territory) {
        return territory
                .agenciesOn(day)
                .filter(agency -> isAmong(deciders, agency))
                .filter(agency -> agency.unit()
                        .flatMap(territory::unit)
                        .filter(unit -> territory.isWithin(unit, place))
                        .isPresent())
                .toList();
    }

    private static Competence among(List<Agency> agencies) {
        return agencies.size() == 1
                ? new One(agencies.getFirst())
                : new Ambiguous(agencies.stream()
                        .sorted(Comparator.comparingInt(Agency::id))
                        .toList());
    }
}
