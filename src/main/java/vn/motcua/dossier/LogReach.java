package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** How much of the log a caller may export. */
public sealed interface LogReach {

    /** Something of it. */
    sealed interface Granted extends LogReach {}

    /** Every event. */
    record Whole() implements Granted {}

    /**
     * The whole history of each dossier of which an event names one of the units, so that no history has a gap.
     *
     * @param units versions: the unit and all below it
     */
    record Below(AdministrativeUnit unit, Set<Integer> units) implements Granted {
        public Below {
            units = Set.copyOf(units);
        }
    }

    /** The caller never exports. */
    record Never() implements LogReach {}

    /**
     * Auditors export: the nation's everything, any other what concerns the own unit, as it stands today.
     *
     * @param today on which the caller's unit is in force: tokens speak of today, and codes were reused
     */
    static LogReach of(Caller caller, LocalDate today, Territory territory) {
        Optional<AdministrativeUnit> own = caller.unit()
                .filter(_ -> caller.is(Role.AUDITOR))
                .flatMap(code -> territory.unitStillInForce(code, today));
        if (own.isEmpty()) {
            return new Never();
        }
        return own.get().level() == Level.NATION ? new Whole() : below(own.get(), territory);
    }

    private static Below below(AdministrativeUnit own, Territory territory) {
        return new Below(
                own,
                territory
                        .units()
                        .filter(unit -> territory.isWithin(unit, own))
                        .map(AdministrativeUnit::version)
                        .collect(Collectors.toSet()));
    }
}
