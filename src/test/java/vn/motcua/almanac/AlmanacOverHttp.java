package vn.motcua.almanac;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.TestDatabase;
import vn.motcua.dev.DatabaseAddress;

/** The service on a calendar of its own, on Sunday 22/11/2026 at noon, and an operator. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.dev.embedded-database=false",
            "motcua.dev.data=target/dev-data",
            "management.server.port=0"
        })
@ActiveProfiles("dev")
@DirtiesContext
@Import({AlmanacOverHttp.OwnDatabase.class, MovableClock.Config.class})
abstract class AlmanacOverHttp {

    static final String VN = "/api/v1/calendars/VN";

    /** The one-stop desk of a commune in Hà Tĩnh. */
    static final String AGENCY = "3180731";

    /** A database that no other class uses, since the calendar is everybody's. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnDatabase {

        @Bean
        DatabaseAddress databaseAddress() throws SQLException {
            return TestDatabase.empty();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    DatabaseAddress database;

    Api api;
    String operator;

    @BeforeEach
    void signIn() {
        api = new Api(port);
        clock.moveTo("2026-11-22T12:00");
        operator = api.token("operator");
    }

    static String of(String agency) {
        return "/api/v1/calendars/" + agency;
    }

    /** An official version without anything in it, or with the members of a JSON object. */
    static ObjectNode version(String members) {
        ObjectNode version = (ObjectNode) JsonMapper.shared().readTree(members);
        return ((ObjectNode) JsonMapper.shared()
                        .readTree("{\"source\": \"Công văn 1/VPCP\", \"status\": \"OFFICIAL\", \"note\": \"Thử\"}"))
                .setAll(version);
    }

    static ObjectNode dayOff(String day) {
        return version("{\"days\": [{\"day\": \"" + day + "\", \"kind\": \"OFF\", \"reason\": \"Nghỉ\"}]}");
    }

    /** 23/11/2026 off, Saturday 28/11/2026 worked. */
    static ObjectNode swap(String status) {
        return version("""
            {"days": [{"day": "2026-11-23", "kind": "OFF", "reason": "Nghỉ hoán đổi"},
                      {"day": "2026-11-28", "kind": "WORK", "reason": "Làm bù"}]}\
            """).put("status", status);
    }

    int newest() {
        return api.get(operator, VN).is(200).version();
    }

    Api.Reply enter(String calendar, Object body) {
        return enter(calendar, body, newest(), UUID.randomUUID().toString());
    }

    Api.Reply enter(String calendar, Object body, int seen, String key) {
        return api.post(operator, calendar + "/versions", body, "If-Match", "\"" + seen + "\"", "Idempotency-Key", key);
    }

    /** When three working days end that begin at a moment, at an agency. */
    Api.Reply due(String receivedAt, String agency) {
        return api.post(operator, "/api/v1/deadline-calculations", """
            {"receivedAt": "%s", "term": {"value": 3, "unit": "WORKING_DAY"}, "agency": "%s"}\
            """.formatted(receivedAt, agency))
                .is(200);
    }
}
