package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.WarningPoint;

class WarningPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void pointsAreThoseOfTheConfiguration() {
        assertThat(new WarningProperties(List.of(50), List.of(1, 3), SECOND).points())
                .extracting(WarningPoint::code)
                .containsExactly("PERCENT_50", "WORKING_DAYS_BEFORE_1", "WORKING_DAYS_BEFORE_3");
        assertThat(new WarningProperties(List.of(), List.of(), SECOND).points()).isEmpty();
    }

    @Test
    void whatMakesNoSenseStopsTheStart() {
        for (List<Integer> percent : List.of(List.of(0), List.of(100), List.of(50, 50))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WarningProperties(percent, List.of(), SECOND))
                    .withMessageContaining("motcua.warnings.percent");
        }
        for (List<Integer> days : List.of(List.of(0), List.of(31), List.of(2, 2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WarningProperties(List.of(), days, SECOND))
                    .withMessageContaining("motcua.warnings.working-days-before");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarningProperties(List.of(), List.of(), Duration.ZERO))
                .withMessageContaining("motcua.warnings.sweep-every");
    }
}
