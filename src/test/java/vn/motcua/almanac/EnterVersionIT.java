package vn.motcua.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.reference.application.ReferenceStore;

/** An operator enters what the government announced, and clocks run by it. Each test has days of its own. */
class EnterVersionIT extends AlmanacOverHttp {

    private static final String NEIGHBOUR = "3181001";

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    ReferenceStore imports;

    private WorkingCalendar version(int number) {
        return Objects.requireNonNull(calendars.version(number).block());
    }

    @Test
    void aDayOffMovesWhatIsDueAndTheVersionBeforeStaysAsItWas() {
        String friday = "2026-12-04T09:00:00+07:00";
        assertThat(due(friday, AGENCY).string("dueAt")).startsWith("2026-12-09T17:00");
        int before = newest();
        Reply entered = enter(VN, dayOff("2026-12-07")).is(201);

        assertThat(entered.version()).isEqualTo(before + 1);
        assertThat(entered.header("Location")).contains(VN);
        assertThat(entered.string("enteredBy")).isEqualTo("OPERATOR");
        assertThat(entered.string("enteredAt")).startsWith("2026-11-22T12:00");
        assertThat(entered.string("countsFrom")).isEqualTo("2026-12-07");
        assertThat(entered.body().path("reachesBack").asBoolean()).isFalse();
        Reply moved = due(friday, AGENCY);
        assertThat(moved.string("dueAt")).startsWith("2026-12-10T17:00");
        assertThat(moved.body().path("calendarVersion").asInt()).isEqualTo(before + 1);
        assertThat(version(before).special(LocalDate.of(2026, 12, 7))).isEmpty();
        assertThat(version(before)).isSameAs(version(before));
    }

    @Test
    void aForecastSwapMovesNothingUntilItIsOfficial() {
        String friday = "2026-11-20T09:00:00+07:00";
        enter(VN, swap("FORECAST")).is(201);
        assertThat(due(friday, AGENCY).string("dueAt")).startsWith("2026-11-26T17:00");
        assertThat(due(friday, AGENCY).body().path("dependsOnForecast").asBoolean())
                .isTrue();
        assertThat(day("2026-11-23").path("status").asString()).isEqualTo("FORECAST");
        assertThat(day("2026-11-23").path("counted").asBoolean()).isFalse();
        assertThat(enter(VN, swap("FORECAST")).is(422).text()).contains("already-proposed");

        enter(VN, swap("OFFICIAL")).is(201);
        assertThat(due(friday, AGENCY).string("dueAt")).startsWith("2026-11-27T17:00");
        assertThat(due(friday, AGENCY).body().path("dependsOnForecast").asBoolean())
                .isFalse();
        assertThat(day("2026-11-28").path("counted").asBoolean()).isTrue();
    }

    private JsonNode day(String day) {
        return api.get(operator, VN + "?year=2026").body().path("days").values().stream()
                .filter(one -> one.path("day").asString().equals(day))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hoursAndClosuresOfOneAgencyMoveItsClockAloneAndReceptionHoursMoveNone() {
        String friday = "2027-03-05T09:00:00+07:00";
        enter(of(AGENCY), version("""
            {"hours": [{"since": "2027-03-01", "slots": [{"from": "08:00", "to": "12:00"}, {"from": "13:00", "to": "16:30"}]}],
             "receptionHours": [{"since": "2027-03-01", "weekdays": [
                 {"weekday": "SATURDAY", "slots": [{"from": "07:30", "to": "11:00"}]}]}],
             "closures": [{"from": "2027-03-09T00:00:00+07:00", "to": "2027-03-10T00:00:00+07:00", "reason": "Bão"}]}\
            """)).is(201);

        assertThat(due(friday, AGENCY).string("dueAt")).startsWith("2027-03-11T16:30");
        assertThat(due(friday, NEIGHBOUR).string("dueAt")).startsWith("2027-03-10T17:00");
        JsonNode shown = api.get(operator, of(AGENCY) + "?year=2027").is(200).body();
        assertThat(shown.path("hours").path(1).path("since").asString()).isEqualTo("2027-03-01");
        assertThat(shown.path("receptionHours")
                        .path(0)
                        .path("weekdays")
                        .path(0)
                        .path("weekday")
                        .asString())
                .isEqualTo("SATURDAY");
        assertThat(shown.path("closures").path(0).path("reason").asString()).isEqualTo("Bão");
        assertThat(api.send("GET", "/api/v1/calendars", Optional.empty())
                        .is(200)
                        .text())
                .contains("\"VN\"", AGENCY);
        assertThat(api.get(operator, of(AGENCY) + "/versions")
                        .body()
                        .path("items")
                        .values())
                .allSatisfy(one -> assertThat(one.path("calendar").asString()).isEqualTo(AGENCY));
    }

    @Test
    void whatIsTakenBackIsReplacedInTheSameVersionAndStaysInTheOlderOne() {
        int first =
                enter(of(NEIGHBOUR), hoursSince("2027-05-10", "16:30")).is(201).version();
        assertThat(enter(of(NEIGHBOUR), hoursSince("2027-05-10", "16:00"))
                        .is(422)
                        .text())
                .contains("already-changed");
        ObjectNode replaced = hoursSince("2027-05-10", "16:00");
        replaced.putObject("takeBack").putArray("hours").add("2027-05-10");
        int second = enter(of(NEIGHBOUR), replaced).is(201).version();

        String friday = "2027-05-14T09:00:00+07:00";
        assertThat(due(friday, NEIGHBOUR).string("dueAt")).startsWith("2027-05-19T16:00");
        int neighbour = Integer.parseInt(NEIGHBOUR);
        assertThat(version(first).times(neighbour).hours()).hasSize(1);
        assertThat(version(first).times(neighbour)).isNotEqualTo(version(second).times(neighbour));
        ObjectNode back = version("{}");
        back.putObject("takeBack").putArray("hours").add("2027-05-10");
        enter(of(NEIGHBOUR), back).is(201);
        assertThat(due(friday, NEIGHBOUR).string("dueAt")).startsWith("2027-05-19T17:00");
    }

    private static ObjectNode hoursSince(String day, String closing) {
        return version("{\"hours\": [{\"since\": \"%s\", \"slots\": [{\"from\": \"08:00\", \"to\": \"%s\"}]}]}"
                .formatted(day, closing));
    }

    @Test
    void anExpectedChangeOfHoursCountsAndIsMarkedUntilItIsDecided() {
        String friday = "2027-07-09T09:00:00+07:00";
        enter(
                        of(NEIGHBOUR),
                        hoursSince("2027-07-12", "16:30")
                                .put("status", "FORECAST")
                                .put("counted", true))
                .is(201);
        assertThat(due(friday, NEIGHBOUR).string("dueAt")).startsWith("2027-07-14T16:30");
        assertThat(due(friday, NEIGHBOUR).body().path("dependsOnForecast").asBoolean())
                .isTrue();
        assertThat(hoursStatus("2027-07-12")).isEqualTo("FORECAST");
        ObjectNode decided = hoursSince("2027-07-12", "16:30");
        decided.putObject("takeBack").putArray("hours").add("2027-07-12");
        enter(of(NEIGHBOUR), decided).is(201);
        assertThat(due(friday, NEIGHBOUR).body().path("dependsOnForecast").asBoolean())
                .isFalse();
        assertThat(hoursStatus("2027-07-12")).isEqualTo("OFFICIAL");
        ObjectNode back = version("{}");
        back.putObject("takeBack").putArray("hours").add("2027-07-12");
        enter(of(NEIGHBOUR), back).is(201);
    }

    private String hoursStatus(String since) {
        return api.get(operator, of(NEIGHBOUR) + "?year=2027").body().path("hours").values().stream()
                .filter(one -> one.path("since").asString().equals(since))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asString();
    }

    @Test
    void anOutageOfAllIsShownInTheNationsCalendarAndMovesNoSlot() {
        String friday = "2027-08-06T09:00:00+07:00";
        Reply entered = enter(VN, version("""
            {"closures": [{"kind": "OUTAGE", "from": "2027-08-09T07:00:00+07:00", "to": "2027-08-09T09:00:00+07:00",
                           "reason": "Bảo trì"}]}\
            """)).is(201);
        assertThat(entered.body().at("/closures/0/kind").asString()).isEqualTo("OUTAGE");
        assertThat(due(friday, AGENCY).string("dueAt")).startsWith("2027-08-12T09:00");
        assertThat(due(friday, NEIGHBOUR).string("dueAt")).startsWith("2027-08-12T09:00");
        assertThat(api.get(operator, VN + "?year=2027")
                        .body()
                        .at("/closures/0/reason")
                        .asString())
                .isEqualTo("Bảo trì");
        assertThat(api.send("GET", VN + "/versions?limit=1", Optional.empty())
                        .body()
                        .at("/items/0"))
                .isEqualTo(entered.body());
        WorkingCalendar version = version(entered.version());
        assertThat(version.everywhere().closures()).hasSize(1);
    }

    @Test
    void anImportKnowsOfWhichDaysAnOperatorSaidTheLastWord() {
        assertThat(entered()).doesNotContain(LocalDate.of(2027, 9, 27), LocalDate.of(2027, 1, 4));
        enter(VN, dayOff("2027-09-27")).is(201);
        assertThat(entered()).contains(LocalDate.of(2027, 9, 27));
        ObjectNode back = version("{}");
        back.putObject("takeBack").putArray("days").add("2027-09-27");
        enter(VN, back).is(201);
        assertThat(entered()).contains(LocalDate.of(2027, 9, 27));
    }

    private Set<LocalDate> entered() {
        return Objects.requireNonNull(imports.fresh().block()).entered();
    }

    @Test
    void ofTwoOperatorsAtOnceOneWinsAndTheOtherLearnsWhatChanged() throws Exception {
        int seen = newest();
        List<Reply> replies = AtOnce.all(List.of(
                () -> enter(VN, dayOff("2027-06-07"), seen, "one-" + seen),
                () -> enter(VN, dayOff("2027-06-08"), seen, "other-" + seen)));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 412);
        Reply lost = replies.stream()
                .filter(reply -> reply.status() == 412)
                .findFirst()
                .orElseThrow();
        assertThat(lost.problem()).isEqualTo("calendar-changed");
        assertThat(lost.body().path("changed").path(0).path("version").asInt()).isEqualTo(seen + 1);
        assertThat(lost.body().path("changed").path(0).path("source").asString())
                .isEqualTo("Công văn 1/VPCP");
        assertThat(newest()).isEqualTo(seen + 1);
    }

    @Test
    void aRepeatedRequestIsAnsweredWithTheVersionThatItBrought() {
        int seen = newest();
        Reply first = enter(VN, dayOff("2027-06-14"), seen, "once-" + seen).is(201);
        Reply again = enter(VN, dayOff("2027-06-14"), seen, "once-" + seen).is(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(enter(VN, dayOff("2027-06-15"), seen, "once-" + seen).is(422).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(newest()).isEqualTo(seen + 1);
    }

    @Test
    void whoDoesNotSayWhatSheSawOrSawAnotherIsRefused() {
        String path = VN + "/versions";
        api.post(operator, path, dayOff("2027-06-21"), "Idempotency-Key", "unseen")
                .is(428);
        api.post(operator, path, dayOff("2027-06-21"), "If-Match", "\"1\"").is(400);
        Reply any = api.post(operator, path, dayOff("2027-06-21"), "If-Match", "*", "Idempotency-Key", "any");
        assertThat(any.is(412).problem()).isEqualTo("calendar-changed");
        assertThat(enter(VN, dayOff("2027-06-21"), newest() + 1, "ahead")
                        .is(412)
                        .problem())
                .isEqualTo("calendar-changed");
    }

    @Test
    void anOfficialVersionReachesBackAndSaysSo() {
        Reply entered = enter(VN, dayOff("2026-11-18")).is(201);

        assertThat(entered.body().path("reachesBack").asBoolean()).isTrue();
        JsonNode newest = api.send("GET", VN + "/versions?limit=1", Optional.empty())
                .is(200)
                .body()
                .path("items")
                .path(0);
        assertThat(newest).isEqualTo(entered.body());
    }

    @Test
    void theFirstVersionCameWithTheProgram() {
        enter(VN, dayOff("2027-06-28")).is(201);
        Reply page = api.send("GET", VN + "/versions?limit=1", Optional.empty()).is(200);
        while (!page.body().path("next").isNull()) {
            page = api.send("GET", VN + "/versions?limit=1&cursor=" + page.string("next"), Optional.empty())
                    .is(200);
        }
        JsonNode first = page.body().path("items").path(0);
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("enteredBy").asString()).isEqualTo("MIGRATION");
        assertThat(first.path("source").asString()).isNotBlank();
    }
}
