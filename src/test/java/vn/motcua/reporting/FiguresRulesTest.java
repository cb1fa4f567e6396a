package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresRulesTest {

    private static Counts counts(
            long received,
            long carried,
            long early,
            long onTime,
            long overdue,
            long withoutDue,
            long inTime,
            long pendingOverdue,
            long paused,
            long pendingWithoutDue,
            long notStarted) {
        return new Counts(
                received,
                carried,
                early,
                onTime,
                overdue,
                0,
                0,
                withoutDue,
                inTime,
                pendingOverdue,
                paused,
                pendingWithoutDue,
                0,
                0,
                notStarted);
    }

    @Test
    void whatCameInIsWhatWentOutAndWhatIsThere() {
        assertThat(counts(5, 2, 1, 1, 1, 1, 1, 1, 0, 1, 0).received()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> counts(5, 2, 1, 1, 1, 1, 1, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(4, 2, 1, 1, 1, 1, 1, 1, 0, 1, 0));
    }

    @Test
    void noClassHoldsFewerThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> counts(0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(0, 0, 0, 0, 0, 0, -1, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(0, 0, 0, 0, 0, 0, 0, 1, 0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(0, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(0, 0, 0, 1, -1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aPartIsNoMoreThanTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1));
    }

    @Test
    void ratesAreComputedFromSummedCountsAndNeverAveraged() {
        Counts small = counts(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
        Counts large = counts(9, 0, 4, 5, 0, 0, 0, 0, 0, 0, 0);
        assertThat(Definition.OT_1.rate(small.plus(large))).isEqualTo(new Rate(9, 10));
        assertThat(small.plus(Counts.NONE)).isEqualTo(small);
    }

    @Test
    void everyDefinitionHasItsOwnRateOfTheSameClasses() {
        Counts counts = new Counts(20, 5, 3, 4, 2, 3, 2, 1, 5, 2, 2, 1, 1, 2, 1);
        assertThat(Definition.OT_1.rate(counts)).isEqualTo(new Rate(7, 12));
        assertThat(Definition.OT_2.rate(counts)).isEqualTo(new Rate(7, 12));
        assertThat(Definition.OT_4.rate(counts)).isEqualTo(new Rate(7, 15));
        assertThat(Definition.OT_5.rate(counts)).isEqualTo(new Rate(7, 12));
        assertThat(Definition.OT_6.rate(counts)).isEqualTo(new Rate(18, 25));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.3333", "2, 3, 0.6667", "1, 20000, 0.0001", "1, 20001, 0.0000", "0, 7, 0.0000", "7, 7, 1.0000"})
    void rateIsRoundedHalfUpToFourDigits(long numerator, long denominator, String fraction) {
        assertThat(new Rate(numerator, denominator).fraction())
                .hasValueSatisfying(rate -> assertThat(rate).hasToString(fraction));
    }

    @Test
    void nothingResolvedIsNeitherZeroNorHundredPercent() {
        assertThat(Definition.OT_1.rate(Counts.NONE).fraction()).isEmpty();
    }

    @Test
    void aRateIsAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // A period that is over is judged at the end of its last day, one that is not, now.
        "2026-03-31, 2026-03-31, false",
        "2026-04-10, 2026-04-10, true",
        "2026-04-30, 2026-04-10, true"
    })
    void pendingIsJudgedAtTheEndOfThePeriodOrNow(LocalDate to, LocalDate through, boolean isMidDay) {
        Instant now = OffsetDateTime.parse("2026-04-10T00:30:00+07:00").toInstant();
        Period period = new Period(LocalDate.of(2026, 3, 1), to, now);
        assertThat(period.through()).isEqualTo(through);
        assertThat(period.isMidDay()).isEqualTo(isMidDay);
    }

    @Test
    void asOfADayIsAsOfItsLastInstant() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Period period = Period.asOfDay(day, day.plusDays(9), day.plusDays(3));
        assertThat(period.through()).isEqualTo(day.plusDays(3));
        assertThat(period.isMidDay()).isFalse();
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(day, day.minusDays(1), Instant.EPOCH));
    }
}
