package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
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
                        Duration.ofSeconds(60),
                        DataSize.ofMegabytes(128),
                        Duration.ofMinutes(10)));
    }

    @Test
    void everyLimitCanBeSet() {
        assertThat(bind(Map.of(
                        "motcua.edge.body", "2MB",
                        "motcua.edge.header", "16KB",
                        "motcua.edge.line", "2KB",
                        "motcua.edge.header-time", "1s",
                        "motcua.edge.body-time", "2s",
                        "motcua.edge.idle-time", "3s",
                        "motcua.edge.upload", "4MB",
                        "motcua.edge.upload-time", "4s")))
                .isEqualTo(new EdgeProperties(
                        DataSize.ofMegabytes(2),
                        DataSize.ofKilobytes(16),
                        DataSize.ofKilobytes(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        DataSize.ofMegabytes(4),
                        Duration.ofSeconds(4)));
    }

    @Test
    void refusesLimitsThatAreNone() {
        for (String limit : List.of("header-time", "body-time", "idle-time", "upload-time", "body", "line", "upload")) {
            String none = limit.endsWith("time") ? "0s" : "0B";
            assertThatThrownBy(() -> bind(Map.of("motcua.edge." + limit, none)))
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    private static EdgeProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("motcua.edge", EdgeProperties.class);
    }
}
