package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    @ParameterizedTest(name = "{0} works {1} from {2} to {3}")
    @CsvSource({"S8M, PT8H, 07:00, 17:00", "S8, PT8H, 08:00, 17:00", "S75, PT7H30M, 07:30, 17:00"})
    void timetablesHaveNames(String name, Duration day, LocalTime opening, LocalTime closing) {
        OfficeHours hours = OfficeHours.named(name).orElseThrow();
        assertThat(Duration.ofNanos(hours.nanosADay())).isEqualTo(day);
        assertThat(hours.opening()).isEqualTo(opening);
        assertThat(hours.closing()).isEqualTo(closing);
    }

    @Test
    void anUnknownNameHasNoTimetable() {
        assertThat(OfficeHours.named("S9")).isEmpty();
    }

    @ParameterizedTest(name = "by {0}, {1} are worked")
    @CsvSource({
        "06:00, PT0S",
        "08:00, PT0S",
        "08:00:01, PT1S",
        "12:00, PT4H",
        "12:30, PT4H",
        "17:00, PT8H",
        "23:00, PT8H"
    })
    void theLunchBreakIsNotWorked(LocalTime time, Duration worked) {
        assertThat(Duration.ofNanos(OfficeHours.S8.nanosWorkedBy(time))).isEqualTo(worked);
    }

    @ParameterizedTest(name = "{0} are worked at {1}")
    @CsvSource({"PT1S, 08:00:01", "PT4H, 12:00", "PT4H1S, 13:00:01", "PT8H, 17:00"})
    void theEndOfASlotStaysThere(Duration worked, LocalTime time) {
        assertThat(OfficeHours.S8.timeWhenWorked(worked.toNanos())).isEqualTo(time);
    }

    @Test
    void slotsStandInOrderWithABreakBetween() {
        var morning = new OfficeHours.Slot(LocalTime.of(8, 0), LocalTime.of(12, 0));
        var touching = new OfficeHours.Slot(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new OfficeHours("X", List.of(morning, touching)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OfficeHours("X", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours.Slot(LocalTime.of(12, 0), LocalTime.of(12, 0)));
    }
}
