package vn.motcua.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.OneCalendar;

/** The seeded calendar is known until 31/12/2027. */
class WatchCalendarEndTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T05:00:00Z, 404, 0",
        "2027-10-31T16:59:59Z, 61, 0",
        "2027-10-31T17:00:00Z, 60, 1",
        "2027-12-31T05:00:00Z, 0, 1",
        "2028-01-01T05:00:00Z, -1, 1"
    })
    void theAlarmRingsSixtyDaysBeforeTheEnd(Instant now, double daysLeft, double ending) {
        new WatchCalendarEnd(new OneCalendar(CalendarFixtures.seeded()), InstantSource.fixed(now), meters)
                .look()
                .block();

        assertThat(meters.get("motcua.calendar.days.left").gauge().value()).isEqualTo(daysLeft);
        assertThat(meters.get("motcua.calendar.ending").gauge().value()).isEqualTo(ending);
    }

    @Test
    void beforeTheFirstLookNothingRings() {
        var watch = new WatchCalendarEnd(
                new OneCalendar(CalendarFixtures.seeded()), InstantSource.fixed(Instant.EPOCH), meters);

        assertThat(meters.get("motcua.calendar.days.left").gauge().value()).isNaN();
        assertThat(meters.get("motcua.calendar.ending").gauge().value()).isZero();
        assertThat(watch).isNotNull();
    }
}
