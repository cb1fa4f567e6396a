package vn.motcua.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Succession;
import vn.motcua.territory.UnitKind;

/**
 * Units that changed name or kind on a day. A unit's validity lies inside its parent's, so all that lies below a changed
 * one gets a new version from that day too, otherwise as it was.
 */
final class UnitChanges {

    private static final int GENERATION = 1_000_000;

    private final UnitVersions versions;
    private final Successions successions;
    private final BadLines bad;

    UnitChanges(UnitVersions versions, Successions successions, BadLines bad) {
        this.versions = versions;
        this.successions = successions;
        this.bad = bad;
    }

    /** Earlier days first, and on a day those above first. */
    void plan(List<ChangeRow> rows) {
        Map<LocalDate, Map<String, ChangeRow>> days = new HashMap<>();
        rows.forEach(
                row -> days.computeIfAbsent(row.day(), none -> new HashMap<>()).put(row.code(), row));
        rows.stream()
                .sorted(Comparator.comparing(ChangeRow::day)
                        .thenComparingInt(row -> row.code().length())
                        .thenComparingInt(row -> row.place().number()))
                .forEach(row -> plan(row, days.getOrDefault(row.day(), Map.of())));
    }

    private void plan(ChangeRow row, Map<String, ChangeRow> sameDay) {
        try {
            AdministrativeUnit before = before(row);
            succeed(before, row.day(), Optional.of(row), row.place(), row.legalBasis(), sameDay);
        } catch (Line.Bad reason) {
            bad.add(reason.line());
        }
    }

    private AdministrativeUnit before(ChangeRow row) {
        Optional<AdministrativeUnit> before =
                versions.inForce(row.code(), row.day().minusDays(1));
        if (before.isEmpty()) {
            boolean later = versions.versionsOf(row.code())
                    .anyMatch(unit -> !unit.validFrom().isBefore(row.day()));
            throw row.place().bad(later ? Reason.ENDS_BEFORE_IT_BEGINS : Reason.UNKNOWN_UNIT, row.code());
        }
        if (!before.get().name().equals(row.oldName()) || before.get().kind() != row.oldKind()) {
            throw row.place().bad(Reason.NOT_AS_BEFORE, row.code());
        }
        return before.get();
    }

    /** The version from the day on, found or planned, and then those below it. */
    private void succeed(
            AdministrativeUnit before,
            LocalDate day,
            Optional<ChangeRow> change,
            LinePlace place,
            String source,
            Map<String, ChangeRow> sameDay) {
        AdministrativeUnit next = next(before, day, change);
        Optional<AdministrativeUnit> loaded = versions.startingOn(before.code(), day);
        if (loaded.filter(found -> !isSame(found, next)).isPresent()) {
            throw place.bad(Reason.DIFFERS, before.code());
        }
        if (loaded.isEmpty()) {
            refuseSucceeded(before, day, place);
            versions.end(before, day.minusDays(1));
            versions.plan(next, place);
        }
        successions.planUnlessKnown(before, loaded.orElse(next), kind(before, next), source);
        for (AdministrativeUnit below : versions.below(before, day)) {
            ChangeRow own = sameDay.get(below.code());
            if (own == null) {
                succeed(below, day, Optional.empty(), place, source, sameDay);
            } else {
                plan(own, sameDay);
            }
        }
    }

    /** What came after it, or begins below it later, was loaded without this change: it would have to be rewritten. */
    private void refuseSucceeded(AdministrativeUnit before, LocalDate day, LinePlace place) {
        if (before.validTo().filter(last -> last.isBefore(day)).isPresent()) {
            throw place.bad(Reason.UNKNOWN_UNIT, before.code());
        }
        if (before.validTo().isPresent() || versions.isBegunBelow(before, day)) {
            throw place.bad(Reason.DIFFERS, before.code());
        }
    }

    private AdministrativeUnit next(AdministrativeUnit before, LocalDate day, Optional<ChangeRow> change) {
        return new AdministrativeUnit(
                before.version() + GENERATION,
                before.code(),
                change.map(ChangeRow::newName).orElse(before.name()),
                before.level(),
                change.map(ChangeRow::newKind).orElse(before.kind()),
                day,
                before.validTo(),
                before.parent().map(parent -> parentOn(day, parent)));
    }

    private int parentOn(LocalDate day, int parent) {
        return versions.version(parent)
                .flatMap(old -> versions.startingOn(old.code(), day))
                .map(AdministrativeUnit::version)
                .orElse(parent);
    }

    private static boolean isSame(AdministrativeUnit loaded, AdministrativeUnit next) {
        return loaded.name().equals(next.name())
                && loaded.kind() == next.kind()
                && loaded.level() == next.level()
                && loaded.parent().equals(next.parent());
    }

    private static Succession.Kind kind(AdministrativeUnit before, AdministrativeUnit next) {
        if (before.kind() != next.kind()) {
            return isUrban(next) ? Succession.Kind.RAISED : Succession.Kind.KIND_CHANGED;
        }
        return before.name().equals(next.name()) ? Succession.Kind.UNCHANGED : Succession.Kind.RENAMED;
    }

    private static boolean isUrban(AdministrativeUnit unit) {
        return unit.kind() == UnitKind.THANH_PHO || unit.kind() == UnitKind.PHUONG;
    }
}
