package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTermTest {

    @Test
    void numberWithItsUnitIsATerm() {
        assertThat(shown("7", "WORKING_DAY").term()).hasValue(new Term.WorkingDays(7));
        assertThat(shown("15", "CALENDAR_DAY").term()).hasValue(new Term.CalendarDays(15));
        assertThat(shown("3", "MONTH").term()).hasValue(new Term.Months(3));
        assertThat(shown("3650", "CALENDAR_DAY").term()).hasValue(new Term.CalendarDays(3650));
    }

    @ParameterizedTest
    @CsvSource({
        ", , TERM_NOT_SHOWN",
        ", WORKING_DAY, TERM_NOT_SHOWN",
        "1, , UNIT_NOT_SHOWN",
        "8, HOUR, HOUR_KIND_NOT_SHOWN",
        "0, , VALUE_NOT_A_TERM",
        "0, WORKING_DAY, VALUE_NOT_A_TERM",
        "1.5, WORKING_DAY, VALUE_NOT_A_TERM",
        "3651, CALENDAR_DAY, VALUE_NOT_A_TERM",
        "999999999, CALENDAR_DAY, VALUE_NOT_A_TERM"
    })
    void lessThanATermIsAGapWithAReason(String value, String unit, TermGap gap) {
        assertThat(shown(value, unit).term()).isEmpty();
        assertThat(shown(value, unit).gap()).hasValue(gap);
    }

    private static ShownTerm shown(String value, String unit) {
        return new ShownTerm(
                Optional.ofNullable(value), Optional.ofNullable(unit).map(ShownUnit::valueOf));
    }
}
