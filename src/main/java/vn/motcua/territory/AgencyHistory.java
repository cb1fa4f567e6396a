package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An agency over time.
 *
 * @param versions name and unit, oldest first, without overlap
 * @param identifiers oldest first, without overlap
 */
public record AgencyHistory(
        int id,
        AgencyKind kind,
        Level level,
        String officeHours,
        List<Version> versions,
        List<Identifier> identifiers) {

    /**
     * What it is called and where it belongs.
     *
     * @param validTo the last day, inclusive; empty while in force
     * @param unit empty for a ministry
     */
    public record Version(LocalDate validFrom, Optional<LocalDate> validTo, String name, Optional<Integer> unit) {

        boolean covers(LocalDate day) {
            return !day.isBefore(validFrom)
                    && validTo.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /**
     * What it is written as in codes.
     *
     * @param validTo the last day, inclusive; empty while in force
     */
    public record Identifier(
            LocalDate validFrom, Optional<LocalDate> validTo, String identifier, boolean provisional) {}

    public AgencyHistory {
        versions = versions.stream()
                .sorted(Comparator.comparing(Version::validFrom))
                .toList();
        identifiers = identifiers.stream()
                .sorted(Comparator.comparing(Identifier::validFrom))
                .toList();
        if (versions.isEmpty() || identifiers.isEmpty()) {
            throw new IllegalArgumentException("An agency has a name and an identifier");
        }
    }

    /** True when the agency exists on that day. */
    public boolean existsOn(LocalDate day) {
        return versions.stream().anyMatch(version -> version.covers(day));
    }

    /** As it stands on a day; outside its life, as it stood nearest to that day. */
    public Agency on(LocalDate day) {
        Version version = nearest(versions, Version::validFrom, day);
        Identifier identifier = nearest(identifiers, Identifier::validFrom, day);
        return new Agency(
                id,
                identifier.identifier(),
                identifier.provisional(),
                version.name(),
                kind,
                level,
                version.unit(),
                officeHours);
    }

    private static <T> T nearest(List<T> oldestFirst, Function<T, LocalDate> from, LocalDate day) {
        return oldestFirst.reversed().stream()
                .filter(one -> !from.apply(one).isAfter(day))
                .findFirst()
                .orElseGet(oldestFirst::getFirst);
    }
}
