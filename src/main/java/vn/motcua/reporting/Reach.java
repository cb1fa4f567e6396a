package vn.motcua.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Territory;

/** Below which unit a caller may see figures: an auditor below the own unit or everywhere, staff in their own unit. */
public sealed interface Reach {

    record Below(AdministrativeUnit unit) implements Reach {}

    /** The caller gets no figures, and why. */
    sealed interface Refused extends Reach {}

    /** None of the caller's roles ever sees figures. */
    record Never() implements Refused {}

    /** Figures are there, but not for this caller; for the caller the unit does not exist. */
    record Outside() implements Refused {}

    /** The unit has no version of that code, or none in force on the day. */
    record NoSuchUnit(boolean everKnown) implements Refused {}

    /** A unit by its code, as of a day where one is named: codes were reused. */
    record Asked(String code, Optional<LocalDate> on) {}

    /**
     * What a caller reaches when asking for a unit.
     *
     * @param asked empty for all that the caller may see
     * @param day on which the unit is in force unless another day is named
     * @param today on which the caller's own unit is in force: tokens speak of today, and codes were reused
     */
    static Reach of(Caller caller, Optional<Asked> asked, LocalDate day, LocalDate today, Territory territory) {
        Optional<AdministrativeUnit> own = own(caller, today, territory);
        if (own.isEmpty()) {
            return new Never();
        }
        return asked.map(unit -> within(own.get(), unit, day, today, territory)).orElseGet(() -> new Below(own.get()));
    }

    private static Reach within(
            AdministrativeUnit own, Asked asked, LocalDate day, LocalDate today, Territory territory) {
        Optional<AdministrativeUnit> unit =
                territory.unitInForce(asked.code(), asked.on().orElse(day));
        if (unit.isEmpty()) {
            return new NoSuchUnit(territory.knows(asked.code()));
        }
        return holds(own, unit.get(), today, territory) ? new Below(unit.get()) : new Outside();
    }

    /** Also what the own unit took over whole, such as itself before it changed. */
    private static boolean holds(
            AdministrativeUnit own, AdministrativeUnit unit, LocalDate today, Territory territory) {
        List<AdministrativeUnit> heirs = territory.successorsOn(unit, today);
        return territory.isWithin(unit, own)
                || (!heirs.isEmpty() && heirs.stream().allMatch(heir -> territory.isWithin(heir, own)));
    }

    /** True for roles that see figures which are not for everybody. */
    static boolean isForFigures(Caller caller) {
        return caller.is(Role.AUDITOR) || caller.is(Role.CLERK) || caller.is(Role.OFFICER) || caller.is(Role.LEADER);
    }

    private static Optional<AdministrativeUnit> own(Caller caller, LocalDate today, Territory territory) {
        if (caller.is(Role.AUDITOR)) {
            return caller.unit().flatMap(code -> territory.unitStillInForce(code, today));
        }
        boolean staff = caller.is(Role.CLERK) || caller.is(Role.OFFICER) || caller.is(Role.LEADER);
        Set<Integer> units = caller.agencies().stream()
                .flatMap(agency -> territory.agency(agency).stream())
                .flatMap(agency -> agency.unit().stream())
                .collect(Collectors.toSet());
        return staff && units.size() == 1 ? territory.unit(units.iterator().next()) : Optional.empty();
    }
}
