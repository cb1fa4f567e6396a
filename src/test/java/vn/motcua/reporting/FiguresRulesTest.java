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

    @Test
    void whatCameInIsWhatWentOutAndWhatIsThere() {
        assertThat(new Counts(5, 2, 1, 1, 1, 1, 1, 1, 0, 1, 0).received()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(5, 2, 1, 1, 1, 1, 1, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(4, 2, 1, 1, 1, 1, 1, 1, 0, 1, 0));
    }

    @Test
    void noClassHoldsFewerThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(0, 0, 0, 0, 0, 0, -1, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(0, 0, 0, 0, 0, 0, 0, 1, 0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(0, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(0, 0, 0, 1, -1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void ratesAreComputedFromSummedCountsAndNeverAveraged() {
        Counts small = new Counts(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
        Counts large = new Counts(9, 0, 4, 5, 0, 0, 0, 0, 0, 0, 0);
        assertThat(small.plus(large).rate()).isEqualTo(new Rate(9, 10));
        assertThat(small.plus(Counts.NONE)).isEqualTo(small);
    }

    @Test
    void whatEndedWithoutADueMomentIsNeitherOnTimeNorOverdue() {
        assertThat(new Counts(3, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0).rate()).isEqualTo(new Rate(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.3333", "2, 3, 0.6667", "1, 20000, 0.0001", "1, 20001, 0.0000", "0, 7, 0.0000", "7, 7, 1.0000"})
    void rateIsRoundedHalfUpToFourDigits(long numerator, long denominator, String fraction) {
        assertThat(new Rate(numerator, denominator).fraction())
                .hasValueSatisfying(rate -> assertThat(rate).hasToString(fraction));
    }

    @Test
    void nothingResolvedIsNeitherZeroNorHundredPercent() {
        assertThat(Counts.NONE.rate().fraction()).isEmpty();
    }

    @Test
    void aRateIsAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 1));
    }

    @Test
    void whatHasNotStartedIsPartOfWhatIsPaused() {
        Counts counts = new Counts(3, 0, 0, 0, 0, 0, 1, 0, 2, 0, 1);
        assertThat(counts.plus(counts).pendingNotStarted()).isEqualTo(2);
        assertThat(counts.plus(counts).pendingPaused()).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1));
        Sums sums = new Sums(5, 0, 5, 0, 0, 0, 0, 0, 1, 2, 1, 0, 0);
        assertThat(sums.classes(Definition.OT_1)).isEqualTo(new Counts(5, 0, 0, 0, 0, 0, 1, 1, 2, 1, 2));
    }

    @Test
    void whatEndedLateOnItsDueDayIsOnTimeByDayAndOverdueByMoment() {
        Sums sums = new Sums(10, 0, 3, 1, 4, 2, 1, 1, 1, 0, 2, 1, 0);
        assertThat(sums.classes(Definition.OT_1)).isEqualTo(new Counts(10, 0, 1, 4, 1, 1, 1, 1, 0, 1, 0));
        assertThat(sums.classes(Definition.OT_2)).isEqualTo(new Counts(10, 0, 1, 2, 3, 1, 1, 1, 0, 1, 0));
    }

    @Test
    void whatIsDueTodayBeforeNowIsOverdueBesides() {
        Sums sums = new Sums(3, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1);
        assertThat(sums.classes(Definition.OT_2)).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // A period that is over: its last day is over by moment, while by day what is due then can still end then.
        "2026-03-31, OT_1, 2026-03-31, false",
        "2026-03-31, OT_2, 2026-04-01, false",
        // A period that is not: judged now.
        "2026-04-10, OT_1, 2026-04-10, false",
        "2026-04-10, OT_2, 2026-04-10, true",
        "2026-04-30, OT_1, 2026-04-10, false",
        "2026-04-30, OT_2, 2026-04-10, true"
    })
    void pendingIsJudgedAtTheEndOfThePeriodOrNow(
            LocalDate to, Definition definition, LocalDate overdueBefore, boolean countsToday) {
        Instant now = OffsetDateTime.parse("2026-04-10T00:30:00+07:00").toInstant();
        Period period = new Period(LocalDate.of(2026, 3, 1), to, now);
        assertThat(period.today()).isEqualTo("2026-04-10");
        assertThat(period.overdueBefore(definition)).isEqualTo(overdueBefore);
        assertThat(period.countsToday(definition)).isEqualTo(countsToday);
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(new Period(day, day, Instant.EPOCH).isOpen()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(day, day.minusDays(1), Instant.EPOCH));
    }
}
