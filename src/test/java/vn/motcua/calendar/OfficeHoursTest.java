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
        assertThat(hours.slots().getFirst().from()).isEqualTo(opening);
        assertThat(hours.slots().getLast().to()).isEqualTo(closing);
        assertThat(hours.slots().stream()
                        .map(slot -> Duration.between(slot.from(), slot.to()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(day);
    }

    @Test
    void anUnknownNameHasNoTimetable() {
        assertThat(OfficeHours.named("S9")).isEmpty();
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
