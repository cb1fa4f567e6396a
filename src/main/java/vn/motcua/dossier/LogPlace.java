package vn.motcua.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where in the log somebody wants to begin or to end. */
public sealed interface LogPlace {

    /** An event's place: 1, 2, 3, ... */
    record Position(long number) implements LogPlace {

        public Position {
            if (number < 1) {
                throw new IllegalArgumentException("Positions begin with 1");
            }
        }
    }

    /** A day of recording, in Viet Nam. */
    record Day(LocalDate day) implements LogPlace {}

    Pattern POSITION = Pattern.compile("0{0,17}[1-9][0-9]{0,17}");
    Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** From digits, at most eighteen, or {@code yyyy-mm-dd}; empty for anything else. */
    static Optional<LogPlace> parse(String text) {
        if (text.length() <= 18 && POSITION.matcher(text).matches()) {
            return Optional.of(new Position(Long.parseLong(text)));
        }
        try {
            return DAY.matcher(text).matches() ? Optional.of(new Day(LocalDate.parse(text))) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The day, where it is one. */
    default Optional<LocalDate> onDay() {
        return this instanceof Day(LocalDate day) ? Optional.of(day) : Optional.empty();
    }
}
