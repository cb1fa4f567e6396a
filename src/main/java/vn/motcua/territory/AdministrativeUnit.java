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

    private static final int NUMBERS = 1_000_000;

    /** The same in every version of a code at a level: 100000 x level + code, the level 1, 2, 3 from province to commune. */
    public int number() {
        return numberOf(version);
    }

    static int numberOf(int version) {
        return version % NUMBERS;
    }

    /** The name without its kind: {@code Thành Sen} for {@code Phường Thành Sen}. */
    public String bareName() {
        String word = kind.word() + " ";
        return name.regionMatches(true, 0, word, 0, word.length()) ? name.substring(word.length()) : name;
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
