package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten events: five recorded on 2026-03-02, five on 2026-03-04. Today is 2026-03-05. */
class LogRangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final long LAST = 10;

    @ParameterizedTest
    @CsvSource({
        ",,1,10",
        "1,10,1,10",
        "10,10,10,10",
        "003,,3,10",
        ",4,1,4",
        "2026-03-02,2026-03-02,1,5",
        "2026-03-03,,6,10",
        ",2026-03-03,1,5",
        "2026-03-01,2026-03-05,1,10",
        "2026-03-04,9,6,9",
        "4,2026-03-03,4,5"
    })
    void positionsAndDaysCutAStretch(String from, String to, long first, long last) {
        assertThat(cut(from, to)).isEqualTo(new LogRange(first, last, LAST));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03,2026-03-03,6,5",
        ",2026-03-01,1,0",
        "2026-03-01,2026-03-01,1,0",
        "11,,11,10",
        "2026-03-05,,11,10",
        "2026-03-05,2026-03-05,11,10"
    })
    void daysWithoutEventsCutAnEmptyOne(String from, String to, long first, long last) {
        assertThat(cut(from, to)).isEqualTo(new LogRange(first, last, LAST));
    }

    @ParameterizedTest
    @CsvSource({
        "12,,from",
        "11,10,from",
        "2026-03-06,,from",
        ",11,to",
        ",2026-03-06,to",
        "5,4,from",
        "2026-03-04,2026-03-02,from",
        "2026-03-03,2026-03-02,from",
        "6,2026-03-03,from",
        "2026-03-04,5,from"
    })
    void upsideDownAndBeyondTheLastAreWrong(String from, String to, String parameter) {
        assertThat(cut(from, to)).isEqualTo(new LogCut.Wrong(parameter));
    }

    @Test
    void anEmptyLogIsOneEmptyStretch() {
        var nothing = new LogRange.Held(0, Optional.empty(), Optional.empty());
        var all = new LogRange.Asked(Optional.empty(), Optional.empty());
        var first = new LogRange.Asked(LogPlace.parse("1"), Optional.empty());
        assertThat(LogRange.of(all, nothing, TODAY)).isEqualTo(new LogRange(1, 0, 0));
        assertThat(LogRange.of(first, nothing, TODAY)).isEqualTo(new LogRange(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "000",
                "-1",
                "+1",
                "1.0",
                "1e3",
                " 1",
                "x",
                "1234567890123456789",
                "2026-02-30",
                "2026-3-2",
                "2026-03-02T00:00",
                "١"
            })
    void nothingElseIsAPlace(String text) {
        assertThat(LogPlace.parse(text)).isEmpty();
    }

    private static LogCut cut(String from, String to) {
        var asked = new LogRange.Asked(place(from), place(to));
        TreeMap<LocalDate, Long> ends = new TreeMap<>();
        ends.put(LocalDate.of(2026, 3, 2), 5L);
        ends.put(LocalDate.of(2026, 3, 4), 10L);
        var held = new LogRange.Held(
                LAST,
                asked.from().flatMap(LogPlace::onDay).map(ends::ceilingEntry).map(day -> day.getValue() - 4),
                asked.to().flatMap(LogPlace::onDay).map(ends::floorEntry).map(day -> day.getValue()));
        return LogRange.of(asked, held, TODAY);
    }

    private static Optional<LogPlace> place(String text) {
        return Optional.ofNullable(text).map(given -> LogPlace.parse(given).orElseThrow());
    }
}
