package vn.motcua.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.motcua.reference.TerritoryChanges.AgencyEnd;
import vn.motcua.reference.TerritoryChanges.NewAgency;
import vn.motcua.reference.TerritoryChanges.NewIdentifier;
import vn.motcua.reference.TerritoryChanges.NewVersion;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** Agencies as they will be: those that are loaded, with what is planned on top. */
final class Agencies {

    /** What one of them is called or written as, from day to day. */
    private static final class Track<T> {

        private final Map<Integer, NavigableMap<LocalDate, T>> all = new HashMap<>();
        private final Map<Integer, Set<LocalDate>> added = new LinkedHashMap<>();
        private final List<AgencyEnd> ends = new ArrayList<>();

        void load(int agency, List<T> entries, Function<T, LocalDate> from) {
            entries.forEach(entry -> of(agency).put(from.apply(entry), entry));
        }

        NavigableMap<LocalDate, T> of(int agency) {
            return all.computeIfAbsent(agency, none -> new TreeMap<>());
        }

        void add(int agency, LocalDate from, T entry) {
            of(agency).put(from, entry);
            added.computeIfAbsent(agency, none -> new LinkedHashSet<>()).add(from);
        }

        /** Ends one after a day; one that was only planned is planned so from the start. */
        void end(int agency, LocalDate from, LocalDate last, T ended) {
            of(agency).put(from, ended);
            if (!added.getOrDefault(agency, Set.of()).contains(from)) {
                ends.add(new AgencyEnd(agency, from, last));
            }
        }

        <R> List<R> added(Made<T, R> made) {
            List<R> result = new ArrayList<>();
            added.forEach((agency, days) -> days.forEach(day ->
                    result.add(made.of(agency, Objects.requireNonNull(of(agency).get(day))))));
            return result;
        }
    }

    private interface Made<T, R> {
        R of(int agency, T entry);
    }

    private final Set<Integer> known = new LinkedHashSet<>();
    private final List<NewAgency> founded = new ArrayList<>();
    private final Track<AgencyHistory.Version> names = new Track<>();
    private final Track<AgencyHistory.Identifier> identifiers = new Track<>();
    private final Map<String, Integer> bearers = new HashMap<>();

    Agencies(Territory loaded) {
        loaded.agencies().forEach(agency -> {
            known.add(agency.id());
            names.load(agency.id(), agency.versions(), AgencyHistory.Version::validFrom);
            identifiers.load(agency.id(), agency.identifiers(), AgencyHistory.Identifier::validFrom);
            agency.identifiers().stream()
                    .filter(identifier -> identifier.validTo().isEmpty())
                    .forEach(identifier -> bearers.put(identifier.identifier(), agency.id()));
        });
    }

    boolean knows(int agency) {
        return known.contains(agency);
    }

    /** True when it is planned, and so nobody has used it yet. */
    boolean isFounded(int agency) {
        return founded.stream().anyMatch(one -> one.id() == agency);
    }

    void found(NewAgency agency, AgencyHistory.Identifier identifier) {
        known.add(agency.id());
        founded.add(agency);
        identify(agency.id(), identifier);
    }

    /** The name and unit from a day on, unless some begin on that day already; what was open before ends the day before. */
    void name(int agency, AgencyHistory.Version version) {
        NavigableMap<LocalDate, AgencyHistory.Version> own = names.of(agency);
        if (own.containsKey(version.validFrom())) {
            return;
        }
        Optional.ofNullable(own.lowerEntry(version.validFrom()))
                .map(Map.Entry::getValue)
                .filter(before -> before.validTo().isEmpty())
                .ifPresent(before -> {
                    LocalDate last = version.validFrom().minusDays(1);
                    names.end(
                            agency,
                            before.validFrom(),
                            last,
                            new AgencyHistory.Version(
                                    before.validFrom(), Optional.of(last), before.name(), before.unit()));
                });
        names.add(agency, version.validFrom(), version);
    }

    Optional<AgencyHistory.Identifier> identifier(int agency) {
        return Optional.ofNullable(identifiers.of(agency).lastEntry()).map(Map.Entry::getValue);
    }

    Optional<Integer> bearer(String identifier) {
        return Optional.ofNullable(bearers.get(identifier));
    }

    void identify(int agency, AgencyHistory.Identifier identifier) {
        identifiers.add(agency, identifier.validFrom(), identifier);
        bearers.put(identifier.identifier(), agency);
    }

    void endIdentifier(int agency, AgencyHistory.Identifier before, LocalDate last) {
        identifiers.end(
                agency,
                before.validFrom(),
                last,
                new AgencyHistory.Identifier(
                        before.validFrom(), Optional.of(last), before.identifier(), before.provisional()));
    }

    /** Those above first, so that each finds the one above it. One above that is not loaded is left out. */
    List<NewAgency> founded() {
        return founded.stream()
                .map(agency -> new NewAgency(
                        agency.id(),
                        agency.kind(),
                        agency.level(),
                        agency.above().filter(known::contains)))
                .sorted(Comparator.<NewAgency, Level>comparing(NewAgency::level).thenComparingInt(NewAgency::id))
                .toList();
    }

    int count() {
        return known.size();
    }

    int provisionalCount() {
        return Math.toIntExact(known.stream()
                .filter(agency -> identifier(agency)
                        .filter(AgencyHistory.Identifier::provisional)
                        .isPresent())
                .count());
    }

    List<AgencyEnd> nameEnds() {
        return names.ends;
    }

    List<NewVersion> addedNames() {
        return names.added(NewVersion::new);
    }

    List<AgencyEnd> identifierEnds() {
        return identifiers.ends;
    }

    List<NewIdentifier> addedIdentifiers() {
        return identifiers.added(NewIdentifier::new);
    }
}
