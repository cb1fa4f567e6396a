package vn.motcua.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.Api;
import vn.motcua.MotcuaIT;

/** What an orchestrator is told: the database decides whether requests are sent here, never whether to restart. */
@MotcuaIT
@TestPropertySource(properties = "management.endpoint.health.show-components=always")
class DatabaseHealthIT {

    @LocalManagementPort
    private int port;

    private Api.Reply health(String group) {
        return new Api(port)
                .send("GET", "/actuator/health" + group, Optional.empty())
                .is(200);
    }

    @Test
    void theDatabaseBelongsToReadiness() {
        var ready = health("/readiness");
        assertThat(ready.string("status")).isEqualTo("UP");
        assertThat(ready.body().path("components").propertyNames())
                .containsExactlyInAnyOrder("database", "readinessState");
    }

    @Test
    void livenessAsksNobody() {
        assertThat(health("/liveness").body().path("components").propertyNames())
                .containsExactly("livenessState");
    }

    @Test
    void nobodyGoesAroundTheDoor() {
        assertThat(health("").body().path("components").propertyNames())
                .contains("database")
                .doesNotContain("r2dbc");
    }
}
