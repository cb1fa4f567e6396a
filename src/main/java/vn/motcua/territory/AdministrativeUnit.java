package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a unit of territory. Codes were reused on 2025-07-01, so a unit is its code and the day it became valid
 * {@code version} stands for the pair.
 *
 * @param validTo the last day, inclusive; empty while in force
 * @param parent the version of the unit above; empty for the nation
 */
public record AdministrativeUnit(
        int version,
        String code,
        String name,
        Level level,
        UnitKind kind,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<Integer> parent) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
