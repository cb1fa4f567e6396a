package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.text.Folding;
import vn.motcua.text.NameIndex;

/** Finds agencies by name, however it is typed, by id, or by either form of an identifier. */
public final class AgencyIndex {

    private final List<AgencyHistory> inOrder;
    private final NameIndex<Named> names;

    AgencyIndex(Collection<AgencyHistory> agencies) {
        this.inOrder = agencies.stream()
                .sorted(Comparator.comparing(AgencyHistory::level).thenComparingInt(AgencyHistory::id))
                .toList();
        this.names = new NameIndex<>(
                inOrder.stream()
                        .flatMap(agency -> agency.versions().stream().map(version -> new Named(agency, version)))
                        .toList(),
                named -> named.version().name());
    }

    private record Named(AgencyHistory agency, AgencyHistory.Version version) {}

    /**
     * Those that exist on a day, as they stand on it: the one with that id, those that bear or bore that identifier, then by
     * name, the best first. All, by level and id, for a query without a letter or digit.
     */
    public List<Agency> find(String query, LocalDate day) {
        Stream<AgencyHistory> hits = Folding.fold(query).isEmpty()
                ? inOrder.stream()
                : Stream.concat(called(query.strip()), named(query, day)).distinct();
        return hits.filter(agency -> agency.existsOn(day))
                .map(agency -> agency.on(day))
                .toList();
    }

    private Stream<AgencyHistory> named(String query, LocalDate day) {
        return names.find(query).stream()
                .filter(named -> named.version().covers(day))
                .map(Named::agency);
    }

    private Stream<AgencyHistory> called(String text) {
        Optional<AgencyIdentifier> identifier = AgencyIdentifier.parse(text);
        return inOrder.stream()
                .filter(agency -> text.equals(Integer.toString(agency.id()))
                        || identifier.filter(agency::everBore).isPresent());
    }
}
