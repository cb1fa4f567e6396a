package vn.motcua.territory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A unit as people name it: {@code <code>}, or {@code <code>@<day>} for one that had the code on another day.
 *
 * @param day empty where the context tells the day
 */
public record UnitAt(String code, Optional<LocalDate> day) {

    /** Empty when what follows the sign is no day. */
    public static Optional<UnitAt> parse(String text) {
        int sign = text.indexOf('@');
        if (sign < 0) {
            return Optional.of(new UnitAt(text, Optional.empty()));
        }
        try {
            return Optional.of(
                    new UnitAt(text.substring(0, sign), Optional.of(LocalDate.parse(text.substring(sign + 1)))));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /**
     * The unit that had the code on its day, or last before it.
     *
     * @param otherwise the day where it names none
     */
    public Optional<AdministrativeUnit> in(Territory territory, LocalDate otherwise) {
        return territory.lastUnit(code, day.orElse(otherwise));
    }
}
