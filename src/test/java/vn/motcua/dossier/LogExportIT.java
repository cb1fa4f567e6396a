package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.application.ExportLine;
import vn.motcua.dossier.application.ExportedLog;
import vn.motcua.dossier.application.LoggedEvent;

/** The log over HTTP: whole, in order, ended, and for those who may have it. */
class LogExportIT {

    private static final String EXPORT = "/api/v1/events/export";
    private static final int WRITERS = 4;
    private static final int FILINGS = 25;

    /** Hà Tĩnh, and one of its communes. */
    private static final int HA_TINH = 1100042;

    private static final int THANH_SEN = 1318073;

    private static RunningMotcua service;
    private static WrittenLog log;
    private static Api api;

    @BeforeAll
    static void startsOnALogOfItsOwn() throws SQLException {
        var database = TestDatabase.empty();
        service = RunningMotcua.on(database);
        log = new WrittenLog(database);
        api = new Api(service.port());
    }

    @BeforeEach
    void emptiesTheLog() throws SQLException {
        log.empty();
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @Test
    void eventsOfRealActsLeaveAsTheyAreKept() throws Exception {
        String citizen = api.token("citizen");
        String id = api.file(citizen, api.filing("18073")).is(201).string("id");
        api.step(api.token("clerk&unit=18073"), id, "acceptance", 1, "{}").is(200);
        log.waitForPositions();

        Reply export = export("auditor", "").is(200);
        assertThat(export.header("Content-Type")).contains("application/x-ndjson");
        List<ExportLine> lines = lines(export);
        assertThat(events(lines).map(ExportLine.Event::digest))
                .containsExactlyElementsOf(api.get(citizen, "/api/v1/dossiers/" + id + "/events")
                        .is(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("digest").asString())
                        .toList());
        assertThat(events(lines).map(event -> event.event().type())).containsExactly("FILED", "ACCEPTED");
        assertThat(of(lines, ExportLine.Agency.class).map(ExportLine.Agency::id))
                .containsExactly(3180732);
        assertThat(of(lines, ExportLine.Procedure.class).map(ExportLine.Procedure::code))
                .containsExactly("1.004222");
        assertThat(of(lines, ExportLine.Unit.class).count())
                .isEqualTo(log.number("SELECT count(*) FROM administrative_unit"));
        assertThat(of(lines, ExportLine.Succession.class).count())
                .isEqualTo(log.number("SELECT count(*) FROM unit_succession"));
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "401"})
    void noEventIsLostOrGivenTwiceWherePagesMeet(int count) throws Exception {
        List<LoggedEvent> written = WrittenLog.filings(count);
        log.write(written);
        List<ExportLine> lines = lines(export("auditor", ""));
        assertThat(events(lines).map(ExportLine.Event::event)).containsExactlyElementsOf(written);
        assertThat(events(lines).map(event -> event.position().orElseThrow()).toList())
                .first()
                .isEqualTo(1L);
    }

    /** The reader refuses gaps and events that are there twice; what one export has, the next begins with. */
    @Test
    void whileFourWriteEveryExportIsTheBeginningOfTheNext() throws Exception {
        var writing = new AtomicInteger(WRITERS);
        List<Callable<List<List<UUID>>>> all = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            all.add(() -> {
                for (int filing = 0; filing < FILINGS; filing++) {
                    api.file(api.token("citizen"), api.filing("18073")).is(201);
                }
                writing.decrementAndGet();
                return List.of();
            });
        }
        all.add(() -> {
            List<List<UUID>> exports = new ArrayList<>();
            while (writing.get() > 0) {
                exports.add(ids(""));
            }
            return exports;
        });
        List<List<UUID>> exports = AtOnce.all(all).getLast();
        log.waitForPositions();
        exports.add(ids(""));
        List<UUID> last = exports.removeLast();
        assertThat(last).hasSize(WRITERS * FILINGS).doesNotHaveDuplicates();
        assertThat(exports)
                .isNotEmpty()
                .allSatisfy(export -> assertThat(last.subList(0, export.size())).isEqualTo(export));
    }

    @Test
    void anAuditorBelowTheNationGetsTheWholeHistoriesOfTheOwnDossiersAndNoOther() throws Exception {
        int elsewhere = commune("52");
        int alsoElsewhere = commune("38");
        Instant at = Instant.parse("2026-03-02T02:00:00Z");
        UUID moved = UUID.randomUUID();
        LoggedEvent takenIn = WrittenLog.filed(at, THANH_SEN, elsewhere);
        LoggedEvent decided = WrittenLog.filed(at, elsewhere, THANH_SEN);
        LoggedEvent others = WrittenLog.filed(at, elsewhere, alsoElsewhere);
        LoggedEvent first = WrittenLog.event(moved, 1, "FILED", at, alsoElsewhere, alsoElsewhere);
        LoggedEvent routed = WrittenLog.event(moved, 2, "ROUTED", at, alsoElsewhere, THANH_SEN);
        log.write(List.of(takenIn, others, decided, first, routed));

        String stretch = "?from=1&to=5";
        Reply export = export("auditor-province", stretch).is(200);
        assertThat(read(export).header().unit()).contains(HA_TINH);
        assertThat(events(lines(export)).map(ExportLine.Event::event)).containsExactly(takenIn, decided, first, routed);
        assertThat(events(lines(export("auditor-province&unit=38", stretch))).map(ExportLine.Event::event))
                .containsExactly(others, first, routed);
        assertThat(events(lines(export("auditor-province", "?from=1&to=4"))).map(ExportLine.Event::event))
                .as("before it came into the province")
                .containsExactly(takenIn, decided);
    }

    @Test
    void daysAreThoseOfRecordingInVietNam() throws Exception {
        log.write(List.of(
                WrittenLog.filed(Instant.parse("2026-01-04T16:59:59.999Z"), THANH_SEN, THANH_SEN),
                WrittenLog.filed(Instant.parse("2026-01-04T17:00:00Z"), THANH_SEN, THANH_SEN),
                WrittenLog.filed(Instant.parse("2026-01-04T16:59:00Z"), THANH_SEN, THANH_SEN),
                WrittenLog.filed(Instant.parse("2026-01-06T17:00:00Z"), THANH_SEN, THANH_SEN)));
        assertThat(stretch("?from=2026-01-04&to=2026-01-04")).isEqualTo(List.of(1L, 3L));
        assertThat(stretch("?from=2026-01-05&to=2026-01-05")).isEqualTo(List.of(2L, 3L));
        assertThat(stretch("?from=2026-01-06&to=2026-01-06")).isEqualTo(List.of(4L, 3L));
        assertThat(stretch("?from=2&to=2026-01-07")).isEqualTo(List.of(2L, 4L));
    }

    @ParameterizedTest
    @CsvSource({
        "from=0, from",
        "from=x, from",
        "to=, to",
        "from=2026-02-30, from",
        "from=999999999, from",
        "to=999999999, to",
        "to=2099-01-01, to",
        "from=2099-01-01, from",
        "from=2026-03-03&to=2026-03-02, from",
        "from=2&to=1, from",
        "since=1, since",
        "from=1&from=2, from"
    })
    void whatNamesNoStretchIsRefused(String query, String parameter) throws Exception {
        log.write(WrittenLog.filings(2));
        Reply refused = api.get(api.token("auditor"), EXPORT + "?" + query, "Accept-Language", "en")
                .is(400);
        assertThat(refused.problem()).isEqualTo("invalid-parameter");
        assertThat(refused.string("detail")).isEqualTo("The parameter " + parameter + " is missing or invalid.");
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void todayIsADayButTomorrowIsNot() {
        LocalDate today = LocalDate.ofInstant(service.bean(InstantSource.class).instant(), WorkingCalendar.ZONE);
        export("auditor", "?to=" + today).is(200);
        export("auditor", "?to=" + today.plusDays(2)).is(400);
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, 200",
        "auditor-province, 200",
        "clerk&unit=18073, 403",
        "leader&unit=18073, 403",
        "operator, 403",
        "machine, 403",
        "citizen, 403"
    })
    void theLogIsForAuditors(String persona, int status) {
        export(persona, "").is(status);
    }

    @Test
    void withoutATokenThereIsNoLog() {
        assertThat(api.send("GET", EXPORT, Optional.empty()).is(401).problem()).isEqualTo("unauthenticated");
    }

    private static Reply export(String persona, String query) {
        return api.get(api.token(persona), EXPORT + query);
    }

    private static List<UUID> ids(String query) {
        return events(lines(export("auditor", query)))
                .map(event -> event.event().id())
                .toList();
    }

    /** First and last position. */
    private static List<Long> stretch(String query) {
        ExportLine.Header header = read(export("auditor", query)).header();
        return List.of(header.from(), header.to());
    }

    private static int commune(String province) throws SQLException {
        return (int) log.number("SELECT min(c.version) FROM administrative_unit c JOIN administrative_unit p"
                + " ON p.version = c.parent WHERE p.code = '" + province + "' AND p.valid_to IS NULL");
    }

    private static ExportedLog read(Reply export) {
        return ExportedLog.of(new BufferedReader(new StringReader(export.is(200).text())));
    }

    private static List<ExportLine> lines(Reply export) {
        List<ExportLine> lines = new ArrayList<>();
        read(export).forEachRemaining(lines::add);
        return lines;
    }

    private static Stream<ExportLine.Event> events(List<ExportLine> lines) {
        return of(lines, ExportLine.Event.class);
    }

    private static <T extends ExportLine> Stream<T> of(List<ExportLine> lines, Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }
}
