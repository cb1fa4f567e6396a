package vn.motcua.reporting.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.reporting.Reach;

/** A unit as a query names it: {@code <code>} or {@code <code>@<day>}. */
final class UnitAt {

    private UnitAt() {}

    static Reach.Asked parse(String text) {
        String[] parts = text.split("@", 2);
        try {
            return new Reach.Asked(
                    parts[0], parts.length == 2 ? Optional.of(LocalDate.parse(parts[1])) : Optional.empty());
        } catch (DateTimeParseException notADay) {
            throw new Problem(ProblemType.INVALID_PARAMETER).with("parameter", "unit");
        }
    }
}
