package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.territory.Level;

class QuestionRulesTest {

    private static final Instant NOW = Instant.parse("2026-04-10T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-31, MONTH",
        "2024-02-01, 2024-02-29, MONTH",
        "2025-12-15, 2026-03-14, QUARTER",
        "2026-03-15, 2026-06-14, QUARTER",
        "2025-12-15, 2026-12-14, YEAR",
        "2026-03-01, 2026-03-30,",
        "2026-03-01, 2026-04-30,",
        "2026-01-01, 2026-12-31,",
        "2026-01-15, 2026-04-14,",
        "2026-03-15, 2027-03-14,",
        "2026-03-31, 2026-03-01,"
    })
    void reportsAreMadeOfMonthsAndOfQuartersAndYearsThatEndOnTheFourteenth(
            LocalDate from, LocalDate to, StatutoryPeriod period) {
        assertThat(StatutoryPeriod.of(from, to)).isEqualTo(Optional.ofNullable(period));
    }

    @Test
    void aYearIsItsFourQuarters() {
        LocalDate from = LocalDate.of(2025, 12, 15);
        assertThat(StatutoryPeriod.YEAR.ends(from, LocalDate.of(2026, 12, 14)))
                .containsExactly(
                        LocalDate.of(2025, 12, 14),
                        LocalDate.of(2026, 3, 14),
                        LocalDate.of(2026, 6, 14),
                        LocalDate.of(2026, 9, 14),
                        LocalDate.of(2026, 12, 14));
    }

    @Test
    void theFirstAndTheLastMonthOfAPeriodMayBeThereInPart() {
        Months months = Months.of(
                Period.asOfDay(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 6, 30), LocalDate.of(2026, 3, 10)));
        assertThat(months.months())
                .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
        assertThat(months.ends())
                .containsExactly(
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 10));
    }

    @Test
    void aPeriodThatHadNotBegunHasNoMonths() {
        Months months = Months.of(
                Period.asOfDay(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 2, 1)));
        assertThat(months.months()).isEmpty();
        assertThat(months.ends()).containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-31, ''",
        "2026-03-31, 2026-03-01, from period-upside-down",
        "2019-12-31, 2020-01-31, from period-before-data",
        "2026-04-11, 2026-04-11, from period-in-future",
        "2020-01-01, 2029-12-31, ''",
        "2020-01-01, 2030-01-01, to period-too-long",
        "2026-05-01, 2026-04-01, from period-upside-down from period-in-future"
    })
    void everythingWrongWithAPeriodIsNamedAtOnce(LocalDate from, LocalDate to, String faults) {
        Question question = new Question(
                Level.NATION,
                Optional.empty(),
                from,
                to,
                View.AS_WAS,
                Optional.empty(),
                GroupBy.UNIT,
                false,
                false,
                NOW);
        assertThat(question.faults().stream()
                        .map(fault -> fault.parameter() + " " + fault.code())
                        .reduce("", (some, more) -> (some + " " + more).strip()))
                .isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource({
        // placed, unplaced; what is late of it alone, what is on time of it alone
        "8, 10, 1, 4,  8, 13,  9, 11",
        "8, 10, 0, 0,  8, 10,  8, 10",
        "0, 0,  1, 4,  0, 3,   1, 1",
        "0, 0,  4, 4,  4, 4,   4, 4",
        "0, 0,  0, 4,  0, 4,   0, 4"
    })
    void aRateLiesBetweenTheWorstAndTheBestPartOfWhatNobodyCanPlace(
            long on, long all, long unplacedOn, long unplaced, long low, long ofLow, long high, long ofHigh) {
        assertThat(Bounds.of(new Rate(on, all), new Rate(unplacedOn, unplaced)))
                .isEqualTo(new Bounds(new Rate(low, ofLow), new Rate(high, ofHigh)));
    }

    @Test
    void noPartOfWhatIsUnplacedLiesOutsideItsBounds() {
        for (int onTime = 0; onTime <= 3; onTime++) {
            for (int late = 0; late <= 3; late++) {
                Bounds bounds = Bounds.of(new Rate(2, 3), new Rate(3, 6));
                assertThat(new Rate(2 + onTime, 3 + onTime + late).fraction().orElseThrow())
                        .isBetween(
                                bounds.low().fraction().orElseThrow(),
                                bounds.high().fraction().orElseThrow());
            }
        }
    }
}
