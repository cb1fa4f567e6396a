package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The official code of a dossier (mã hồ sơ; Decree 118/2025 article 28): identifier of the competent agency, day of
 * reception, number within that day. At least four digits, more when a day needs them. Dates are never read back from it.
 */
public final class OfficialCode {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2,}(\\.[0-9A-Z]+)*-([0-9]{6}|[0-9]{8})-[0-9]{4,9}");

    private OfficialCode() {}

    /** Everything before the number, which the database gives out. */
    public static String prefix(String agencyIdentifier, LocalDate day) {
        return agencyIdentifier + "-" + DAY.format(day) + "-";
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }
}
