package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agencies as they stand on a day, by level and id: the same list for all days between two changes. */
final class AgencyDays {

    /** Whoever asks for many days makes it compute them again and not keep them. */
    private static final int KEPT = 8;

    private final List<AgencyHistory> inOrder;
    private final NavigableSet<LocalDate> changes;
    private final AtomicReference<Map<LocalDate, Day>> kept = new AtomicReference<>(Map.of());

    AgencyDays(Collection<AgencyHistory> agencies) {
        this.inOrder = agencies.stream()
                .sorted(Comparator.comparing(AgencyHistory::level).thenComparingInt(AgencyHistory::id))
                .toList();
        this.changes = new TreeSet<>(
                agencies.stream().flatMap(AgencyDays::changesOf).distinct().toList());
    }

    private static Stream<LocalDate> changesOf(AgencyHistory agency) {
        return Stream.concat(
                agency.versions().stream()
                        .flatMap(version -> Stream.concat(
                                Stream.of(version.validFrom()),
                                version.validTo().map(last -> last.plusDays(1)).stream())),
                agency.identifiers().stream().map(AgencyHistory.Identifier::validFrom));
    }

    private record Day(List<Agency> agencies, Map<Integer, Agency> byId) {

        private static final Day NOBODY = new Day(List.of());

        Day(List<Agency> agencies) {
            this(agencies, agencies.stream().collect(Collectors.toMap(Agency::id, Function.identity())));
        }
    }

    /** Those that exist on the day. */
    List<Agency> on(LocalDate day) {
        return day(day).agencies();
    }

    /** Empty when it does not exist on the day. */
    Optional<Agency> on(LocalDate day, int id) {
        return Optional.ofNullable(day(day).byId().get(id));
    }

    private Day day(LocalDate day) {
        LocalDate change = changes.floor(day);
        if (change == null) {
            return Day.NOBODY;
        }
        Day before = kept.get().get(change);
        return before == null ? compute(change) : before;
    }

    private Day compute(LocalDate change) {
        Day day = new Day(inOrder.stream()
                .filter(agency -> agency.existsOn(change))
                .map(agency -> agency.on(change))
                .toList());
        kept.updateAndGet(others -> {
            Map<LocalDate, Day> more = new HashMap<>(others.size() < KEPT ? others : Map.of());
            more.put(change, day);
            return Map.copyOf(more);
        });
        return day;
    }
}
