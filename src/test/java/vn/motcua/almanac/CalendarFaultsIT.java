package vn.motcua.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What an operator cannot enter, rule by rule; it is Sunday 22/11/2026, and the calendar is known until 31/12/2027. */
class CalendarFaultsIT extends AlmanacOverHttp {

    private static final String OFF = "{\"days\": [{\"day\": \"%s\", \"kind\": \"%s\", \"reason\": \"x\"}]}";

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "2027-01-01, OFF,  /days/0/day,  already-off",
        "2026-11-24, OFF,  /days/0/day,  already-off",
        "2026-08-22, WORK, /days/0/day,  already-worked",
        "2026-11-23, WORK, /days/0/kind, work-on-weekday",
        "2026-11-28, OFF,  /days/0/kind, off-on-weekend",
        "2027-03-03, WORK, /days/0/kind, work-on-weekday",
        "2027-03-06, OFF,  /days/0/kind, off-on-weekend",
        "2028-01-03, OFF,  /days/0/day,  outside-calendar"
    })
    void aDayThatContradictsTheCalendarIsRefused(String day, String kind, String pointer, String code) {
        refused(VN, version(OFF.formatted(day, kind)), pointer + " " + code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"2027-03-03\", \"2027-03-03\"] | /takeBack/days/0 nothing-to-take-back, /takeBack/days/1 day-twice,"
                        + " /takeBack/days/1 nothing-to-take-back",
                "[\"2027-04-30\"]                 | /takeBack/days year-incomplete"
            })
    void whatIsTakenBackIsThereAndLeavesTheLawItsDays(String days, String faults) {
        refused(VN, version("{\"takeBack\": {\"days\": " + days + "}}"), faults.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                                            | slots slots-missing",
                "[{\"from\": \"09:00\", \"to\": \"09:00\"}]                                     | slots/0 slot-empty",
                "[{\"from\": \"07:00\", \"to\": \"11:00\"}, {\"from\": \"11:00\", \"to\": \"12:00\"}] | slots/1"
                        + " slot-touches",
                "[{\"from\": \"13:00\", \"to\": \"17:00\"}, {\"from\": \"07:00\", \"to\": \"11:00\"}] | slots/1"
                        + " slot-unordered"
            })
    void hoursHaveSlotsInOrderWithABreakBetween(String slots, String fault) {
        refused(
                of(AGENCY),
                version("{\"hours\": [{\"since\": \"2026-12-01\", \"slots\": " + slots + "}]}"),
                "/hours/0/" + fault);
        refused(
                of(AGENCY),
                version("{\"receptionHours\": [{\"since\": \"2026-12-01\", \"weekdays\": [{\"weekday\": \"SATURDAY\","
                        + " \"slots\": " + slots + "}]}]}"),
                "/receptionHours/0/weekdays/0/" + fault);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2026-12-02T08:00:00+07:00, 2026-12-02T08:00:00+07:00, /closures/0/to ends-before-it-begins",
        "2026-12-02T08:00:00+07:00, 2026-12-01T08:00:00+07:00, /closures/0/to ends-before-it-begins",
        "2026-12-02T08:00:00+07:00, 2027-12-02T08:00:01+07:00, /closures/0/to lasts-too-long",
        "2027-12-30T08:00:00+07:00, 2028-01-01T00:00:01+07:00, /closures/0/to outside-calendar"
    })
    void aClosureOrOutageEndsAfterItBeginsWithinAYearAndInTheKnownSpan(String from, String to, String fault) {
        refused(of(AGENCY), closure(from, to), fault);
        refused(of(AGENCY), outage(from, to), fault);
        refused(VN, outage(from, to), fault);
    }

    @Test
    void allThatIsWrongWithAClosureIsNamedAtOnce() {
        ObjectNode version = version("""
            {"closures": [
                {"from": "2026-12-02T08:00:00+07:00", "to": "2028-12-02T08:00:00+07:00", "reason": "x"},
                {"from": "2026-12-03T08:00:00+07:00", "to": "2026-12-03T08:00:00+07:00", "reason": "x"},
                {"kind": "OUTAGE", "from": "2026-12-04T08:00:00+07:00", "to": "2026-12-05T08:00:00+07:00", "reason": "x"},
                {"kind": "OUTAGE", "from": "2026-12-04T09:00:00+07:00", "to": "2026-12-04T10:00:00+07:00", "reason": "x"}],
             "takeBack": {"outages": ["2026-12-09T08:00:00+07:00", "2026-12-09T08:00:00+07:00"]}}\
            """);
        refused(
                of(AGENCY),
                version,
                "/closures/0/to lasts-too-long",
                "/closures/0/to outside-calendar",
                "/closures/1/to ends-before-it-begins",
                "/closures/1 closure-overlaps",
                "/closures/3 closure-overlaps",
                "/takeBack/outages/0 nothing-to-take-back",
                "/takeBack/outages/1 day-twice",
                "/takeBack/outages/1 nothing-to-take-back");
    }

    @Test
    void nobodyIsClosedForAllAndTheNationsOutagesAreNotTakenBackFromAnAgency() {
        String from = "2026-11-25T08:00:00+07:00";
        refused(VN, closure(from, "2026-11-25T12:00:00+07:00"), "/closures agency-only");
        refused(
                VN,
                version("{\"takeBack\": {\"closures\": [\"" + from + "\"]}}"),
                "/takeBack/closures agency-only",
                "/takeBack/closures/0 nothing-to-take-back");
        enter(VN, outage(from, "2026-11-25T12:00:00+07:00")).is(201);
        refused(
                of(AGENCY),
                version("{\"takeBack\": {\"outages\": [\"" + from + "\"]}}"),
                "/takeBack/outages/0 nothing-to-take-back");
        enter(of(AGENCY), outage(from, "2026-11-25T11:00:00+07:00")).is(201);
        enter(of(AGENCY), closure(from, "2026-11-25T11:00:00+07:00")).is(201);
        refused(VN, outage("2026-11-25T11:59:00+07:00", "2026-11-25T12:30:00+07:00"), "/closures/0 closure-overlaps");
    }

    @Test
    void whatIsDecidedOfAnAgencyIsTakenBackByADecisionOnly() {
        String monday = "2026-11-30T08:00:00+07:00";
        enter(of(AGENCY), version("""
            {"hours": [{"since": "2026-11-30", "slots": [{"from": "08:00", "to": "16:00"}]}],
             "receptionHours": [{"since": "2026-11-30", "weekdays": []}],
             "closures": [{"from": "%s", "to": "2026-11-30T12:00:00+07:00", "reason": "Bão"},
                          {"kind": "OUTAGE", "from": "%s", "to": "2026-11-30T12:00:00+07:00", "reason": "Mất điện"}]}\
            """.formatted(monday, monday))).is(201);
        ObjectNode back = version("""
            {"takeBack": {"hours": ["2026-11-30"], "receptionHours": ["2026-11-30"], "closures": ["%s"], "outages": ["%s"]}}\
            """.formatted(monday, monday));
        refused(
                of(AGENCY),
                back.deepCopy().put("status", "FORECAST").put("counted", true),
                "/takeBack/hours/0 less-sure",
                "/takeBack/receptionHours/0 less-sure",
                "/takeBack/closures/0 less-sure",
                "/takeBack/outages/0 less-sure");
        enter(of(AGENCY), back).is(201);
    }

    @Test
    void closuresOfAnAgencyDoNotOverlap() {
        String one =
                "{\"from\": \"2026-12-02T08:00:00+07:00\", \"to\": \"2026-12-02T17:00:00+07:00\", \"reason\": \"x\"}";
        refused(of(AGENCY), version("{\"closures\": [" + one + ", " + one + "]}"), "/closures/1 closure-overlaps");
    }

    @Test
    void aForecastIsNeverAboutDaysThatHavePassed() {
        ObjectNode forecast = dayOff("2026-11-20").put("status", "FORECAST");
        refused(VN, forecast, "/countsFrom past-needs-official", "/days/0/day past-needs-official");
        refused(
                VN,
                forecast.put("counted", true),
                "/countsFrom past-needs-official",
                "/days/0/day past-needs-official");
    }

    @Test
    void aForecastThatDoesNotCountIsAboutDaysOnly() {
        refused(
                of(AGENCY),
                closure("2026-12-02T08:00:00+07:00", "2026-12-02T17:00:00+07:00")
                        .put("status", "FORECAST"),
                "/closures proposal-of-days-only");
        refused(
                VN,
                outage("2026-12-02T08:00:00+07:00", "2026-12-02T17:00:00+07:00").put("status", "FORECAST"),
                "/closures proposal-of-days-only");
        refused(
                of(AGENCY),
                version("{\"hours\": [{\"since\": \"2026-12-01\", \"slots\": [{\"from\": \"08:00\", \"to\":"
                                + " \"16:00\"}]}]}")
                        .put("status", "FORECAST"),
                "/hours proposal-of-days-only");
        refused(VN, swap("OFFICIAL").put("counted", false), "/counted official-counts");
    }

    @Test
    void aForecastTakesNothingOfficialBack() {
        refused(
                VN,
                version("{\"takeBack\": {\"days\": [\"2026-11-24\"]}}").put("status", "FORECAST"),
                "/takeBack/days/0 less-sure",
                "/takeBack/days year-incomplete");
    }

    @Test
    void theKnownEndNeverBecomesEarlierAndYearsAreKnownWhole() {
        refused(VN, version("{\"knownUntil\": \"2027-11-30\"}"), "/knownUntil known-until-earlier");
        refused(
                VN,
                version("{\"knownUntil\": \"2028-06-30\"}"),
                "/knownUntil year-not-whole",
                "/knownUntil year-incomplete");
        refused(VN, version("{\"knownUntil\": \"2028-12-31\"}"), "/knownUntil year-incomplete");
    }

    @Test
    void aVersionChangesSomethingFromItsFirstDayOn() {
        refused(VN, version("{}"), " nothing-changes");
        refused(VN, dayOff("2026-12-14").put("countsFrom", "2026-12-15"), "/countsFrom counts-later");
    }

    @Test
    void daysAreTheNationsAndHoursAreAnAgencys() {
        refused(of(AGENCY), dayOff("2026-12-14"), "/days national-only");
        refused(VN, closure("2026-12-02T08:00:00+07:00", "2026-12-02T17:00:00+07:00"), "/closures agency-only");
    }

    @Test
    void aVersionWithoutADecreeIsNone() {
        ObjectNode without = dayOff("2026-12-14");
        without.remove("source");
        assertThat(enter(VN, without).is(422).text()).contains("\"pointer\":\"/source\"", "missing-field");
        refused(VN, dayOff("2026-12-14").put("source", " "), "/source source-missing");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        ObjectNode wrong = version("""
            {"days": [{"day": "2027-01-01", "kind": "OFF", "reason": "x"},
                      {"day": "2027-03-03", "kind": "WORK", "reason": "x"},
                      {"day": "2027-03-03", "kind": "OFF", "reason": "x"}],
             "knownUntil": "2020-12-31"}\
            """);
        refused(
                VN,
                wrong,
                "/days/0/day already-off",
                "/days/1/kind work-on-weekday",
                "/days/2/day day-twice",
                "/knownUntil known-until-earlier");
    }

    @Test
    void whatIsNoDayNoTimeOrNoAgencyIsRefusedByTheContract() {
        assertThat(enter(VN, dayOff("2026-02-30")).is(422).text()).contains("/days/0/day");
        assertThat(enter(of(AGENCY), version("""
            {"hours": [{"since": "2026-12-01", "slots": [{"from": "24:00", "to": "25:00"}]}]}\
            """)).is(422).text())
                .contains("/hours/0/slots/0/from", "/hours/0/slots/0/to");
        enter(of("999999999"), dayOff("2026-12-14"), 1, "unknown-agency").is(404);
    }

    @Test
    void thePastIsChangedByADecreeOnlyWhateverChanges() {
        String slots = "\"slots\": [{\"from\": \"08:00\", \"to\": \"16:00\"}]";
        ObjectNode version = version("""
            {"hours": [{"since": "2026-11-16", %s}],
             "closures": [{"kind": "OUTAGE", "from": "2026-11-17T08:00:00+07:00", "to": "2026-11-17T09:00:00+07:00", "reason": "x"}]}\
            """.formatted(slots));
        refused(
                of(AGENCY),
                version.deepCopy().put("status", "FORECAST").put("counted", true),
                "/countsFrom past-needs-official",
                "/hours/0/since past-needs-official",
                "/closures/0/from past-needs-official");
        refused(of(AGENCY), version.deepCopy().put("source", " "), "/source source-missing");
        assertThat(enter(of(AGENCY), version).is(201).body().path("reachesBack").asBoolean())
                .isTrue();
    }

    private static ObjectNode outage(String from, String to) {
        ObjectNode version = closure(from, to);
        ((ObjectNode) version.path("closures").path(0)).put("kind", "OUTAGE");
        return version;
    }

    private static ObjectNode closure(String from, String to) {
        return version("{\"closures\": [{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"Bão\"}]}".formatted(from, to));
    }

    private void refused(String calendar, ObjectNode version, String... faults) {
        int before = newest();
        List<String> found = enter(calendar, version).is(422).body().path("errors").values().stream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
        assertThat(found).containsExactlyInAnyOrder(faults);
        assertThat(newest()).isEqualTo(before);
    }
}
