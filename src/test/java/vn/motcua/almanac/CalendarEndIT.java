package vn.motcua.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** The calendar is known until 31/12/2027, until somebody enters another year; other tests need its end where it is. */
@TestPropertySource(properties = "spring.application.name=calendar-end")
class CalendarEndIT extends AlmanacOverHttp {

    private static final String THURSDAY = "2027-12-30T09:00:00+07:00";

    /** Before the prime minister fixed Tết 2028: what the law gives, as far as its dates can be told. */
    private static ObjectNode of2028() {
        String days = Stream.of(
                        "01-03", "01-25", "01-26", "01-27", "01-28", "01-31", "04-04", "05-01", "05-02", "09-01",
                        "09-04", "11-24")
                .map("{\"day\": \"2028-%s\", \"kind\": \"OFF\", \"reason\": \"Nghỉ\"}"::formatted)
                .collect(Collectors.joining(", "));
        return version("{\"knownUntil\": \"2028-12-31\", \"days\": [" + days + "]}");
    }

    private int status() {
        return api.post(operator, "/api/v1/deadline-calculations", """
            {"receivedAt": "%s", "term": {"value": 3, "unit": "WORKING_DAY"}}\
            """.formatted(THURSDAY))
                .status();
    }

    @Test
    void theNextYearIsEnteredWithItsDaysOffAndMayBeExpectedAtFirst() {
        assertThat(status()).isEqualTo(422);
        enter(VN, of2028().put("status", "FORECAST").put("counted", true)).is(201);

        assertThat(api.get(operator, VN).string("knownUntil")).isEqualTo("2028-12-31");
        assertThat(due(THURSDAY, AGENCY).string("dueAt")).startsWith("2028-01-05T17:00");
        assertThat(due(THURSDAY, AGENCY).body().path("dependsOnForecast").asBoolean())
                .isTrue();
    }

    @Test
    void halfADayOffLeavesItsOtherHalfAndTheWholeDayToTerms() {
        enter(VN, version("""
            {"days": [{"day": "2027-07-05", "kind": "OFF", "part": "AFTERNOON", "reason": "Nghỉ"}]}\
            """)).is(201);

        String wednesday = "2027-06-30T09:00:00+07:00";
        assertThat(due(wednesday, AGENCY).string("dueAt")).startsWith("2027-07-05T17:00");
        assertThat(due("2027-07-05T11:30:00+07:00", AGENCY).string("dueAt")).startsWith("2027-07-08T17:00");
        assertThat(due("2027-07-05T14:00:00+07:00", AGENCY).string("dueAt")).startsWith("2027-07-09T17:00");
        assertThat(api.get(operator, VN + "?year=2027").text()).contains("\"part\":\"AFTERNOON\"");
    }
}
