package vn.motcua.territory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.text.Folding;
import vn.motcua.text.NameIndex;

/** Finds agencies by name, however it is typed, by id, or by either form of an identifier. */
public final class AgencyIndex {

    private final AgencyDays days;
    private final Map<String, List<AgencyHistory>> byIdOrIdentifier;
    private final NameIndex<Named> names;

    AgencyIndex(Collection<AgencyHistory> agencies) {
        List<AgencyHistory> inOrder = agencies.stream()
                .sorted(Comparator.comparing(AgencyHistory::level).thenComparingInt(AgencyHistory::id))
                .toList();
        this.days = new AgencyDays(agencies);
        this.byIdOrIdentifier = inOrder.stream()
                .flatMap(agency -> callSigns(agency).map(sign -> Map.entry(sign, agency)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        this.names = new NameIndex<>(
                inOrder.stream()
                        .flatMap(agency -> agency.versions().stream().map(version -> new Named(agency, version)))
                        .toList(),
                named -> named.version().name());
    }

    private record Named(AgencyHistory agency, AgencyHistory.Version version) {}

    private static Stream<String> callSigns(AgencyHistory agency) {
        return Stream.concat(
                        Stream.of(Integer.toString(agency.id())),
                        agency.identifiers().stream().map(AgencyHistory.Identifier::identifier))
                .distinct();
    }

    /** Those that exist on a day, as they stand on it, by level and id. */
    List<Agency> on(LocalDate day) {
        return days.on(day);
    }

    /**
     * Those that exist on a day, as they stand on it: the one with that id, those that bear or bore that identifier, then by
     * name, the best first. All, by level and id, for a query without a letter or digit.
     */
    public List<Agency> find(String query, LocalDate day) {
        if (Folding.fold(query).isEmpty()) {
            return days.on(day);
        }
        return Stream.concat(called(query.strip()), named(query, day))
                .map(AgencyHistory::id)
                .distinct()
                .flatMap(id -> days.on(day, id).stream())
                .toList();
    }

    private Stream<AgencyHistory> named(String query, LocalDate day) {
        return names.find(query).stream()
                .filter(named -> named.version().covers(day))
                .map(Named::agency);
    }

    private Stream<AgencyHistory> called(String text) {
        String sign = AgencyIdentifier.parse(text).map(AgencyIdentifier::value).orElse(text);
        return byIdOrIdentifier.getOrDefault(sign, List.of()).stream();
    }
}
