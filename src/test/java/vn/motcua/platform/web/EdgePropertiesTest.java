package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class EdgePropertiesTest {

    @Test
    void defaultsAreThePublishedLimits() {
        assertThat(bind(Map.of()))
                .isEqualTo(new EdgeProperties(
                        DataSize.ofMegabytes(1),
                        DataSize.ofKilobytes(8),
                        DataSize.ofKilobytes(4),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60)));
    }

    @Test
    void everyLimitCanBeSet() {
        assertThat(bind(Map.of(
                        "motcua.edge.body", "2MB",
                        "motcua.edge.header", "16KB",
                        "motcua.edge.line", "2KB",
                        "motcua.edge.header-time", "1s",
                        "motcua.edge.body-time", "2s",
                        "motcua.edge.idle-time", "3s")))
                .isEqualTo(new EdgeProperties(
                        DataSize.ofMegabytes(2),
                        DataSize.ofKilobytes(16),
                        DataSize.ofKilobytes(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3)));
    }

    @Test
    void refusesLimitsThatAreNone() {
        var none = DataSize.ofBytes(0);
        var some = DataSize.ofBytes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeProperties(
                        some, some, some, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeProperties(
                        none, some, some, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private static EdgeProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("motcua.edge", EdgeProperties.class);
    }
}
