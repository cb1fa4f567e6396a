package vn.motcua.procedure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A term as the national portal shows it, which may be less than a term.
 *
 * @param value the number, as it stands there
 * @param unit the unit behind it
 */
public record ShownTerm(Optional<String> value, Optional<ShownUnit> unit) {

    /** Nothing at all. */
    public static final ShownTerm NONE = new ShownTerm(Optional.empty(), Optional.empty());

    private static final Pattern WHOLE = Pattern.compile("0*[1-9][0-9]{0,3}");
    private static final int LONGEST = 3650;

    /** The term that this is; empty when there is a {@link #gap}. */
    public Optional<Term> term() {
        if (gap().isPresent()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(value.orElseThrow());
        return Optional.of(
                switch (unit.orElseThrow()) {
                    case WORKING_DAY -> new Term.WorkingDays(number);
                    case CALENDAR_DAY -> new Term.CalendarDays(number);
                    case MONTH -> new Term.Months(number);
                    case HOUR -> throw new IllegalStateException("Hours of an unknown kind are a gap");
                });
    }

    /** What is missing to make it a term. */
    public Optional<TermGap> gap() {
        if (value.isEmpty()) {
            return Optional.of(TermGap.TERM_NOT_SHOWN);
        }
        if (!isWholeAndWithinTenYears(value.get())) {
            return Optional.of(TermGap.VALUE_NOT_A_TERM);
        }
        if (unit.isEmpty()) {
            return Optional.of(TermGap.UNIT_NOT_SHOWN);
        }
        return unit.filter(ShownUnit.HOUR::equals).map(_ -> TermGap.HOUR_KIND_NOT_SHOWN);
    }

    /** A code for the case in which this term holds, where the portal tells cases apart by nothing but their terms. */
    String caseCode() {
        return value.map(number -> "term-" + number.replace('.', '-')
                        + unit.map(ShownTerm::suffix).orElse(""))
                .orElse("term-not-shown");
    }

    /** A name for that case. */
    String caseName() {
        return value.map(number -> number + " " + unit.map(ShownUnit::words).orElse("(không rõ đơn vị)"))
                .orElse("Không hiển thị thời hạn");
    }

    private static String suffix(ShownUnit unit) {
        return "-" + unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isWholeAndWithinTenYears(String number) {
        return WHOLE.matcher(number).matches() && Integer.parseInt(number) <= LONGEST;
    }
}
