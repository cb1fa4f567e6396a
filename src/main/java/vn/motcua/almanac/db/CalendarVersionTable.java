package vn.motcua.almanac.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.almanac.CalendarVersion.Author;
import vn.motcua.almanac.application.CalendarVersions;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.Standing;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Sql;

/** Versions of the calendar: each whole in its days, and with what it brings to and takes from agencies. */
@Component
class CalendarVersionTable implements CalendarVersions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database db;
    private final ReferenceVersions versions;

    CalendarVersionTable(Database db, ReferenceVersions versions) {
        this.db = db;
        this.versions = versions;
    }

    @Override
    public Mono<Void> refresh() {
        return versions.look();
    }

    /**
     * The number is raised first: whoever comes second waits here for the first, finds another number, and writes nothing.
     * What is taken back goes before what takes its place.
     */
    @Override
    public Mono<Outcome> enter(Entry entry, Snapshot<WorkingCalendar> seen) {
        VersionRows rows = new VersionRows(entry, entry.change().applied(seen.value()));
        return db.act(
                        Sql.of("""
                            WITH moved AS (
                                UPDATE reference_version
                                   SET version = version + 1
                                 WHERE capability = 'calendar'
                                   AND version = :seen
                                RETURNING version
                            ), entered AS (
                                INSERT INTO calendar_version (version, agency_id, known_from, known_until, note, source, status,
                                                              counts_from, reaches_back, entered_as, entered_by, entered_at,
                                                              change, idempotency_key, request)
                                SELECT version, agency_id, known_from, known_until, note, source, status, counts_from,
                                       reaches_back, 'OPERATOR', entered_by, entered_at, change, idempotency_key, request
                                  FROM json_to_record(CAST(:version AS json)) AS v (
                                       version integer, agency_id integer, known_from date, known_until date, note text,
                                       source text, status text, counts_from date, reaches_back boolean, entered_by text,
                                       entered_at timestamptz, change json, idempotency_key text, request text)
                                 WHERE EXISTS (SELECT FROM moved)
                                    ON CONFLICT (entered_by, idempotency_key) DO NOTHING
                                RETURNING version, agency_id
                            ), days AS (
                                INSERT INTO calendar_day (version, day, kind, part, reason, source, status)
                                SELECT entered.version, d.day, d.kind, d.part, d.reason, d.source, d.status
                                  FROM entered
                                 CROSS JOIN json_to_recordset(CAST(:days AS json)) AS d (
                                       day date, kind text, part text, reason text, source text, status text)
                            ), hours_back AS (
                                UPDATE calendar_hours h
                                   SET taken_back_by = entered.version
                                  FROM entered
                                 CROSS JOIN json_to_recordset(CAST(:hoursBack AS json)) AS b (kind text, since date)
                                 WHERE h.agency_id = entered.agency_id
                                   AND h.kind = b.kind
                                   AND h.since = b.since
                                   AND h.taken_back_by IS NULL
                                RETURNING h.since
                            ), hours AS (
                                INSERT INTO calendar_hours (agency_id, kind, since, slots, weekdays, status, brought_by)
                                SELECT entered.agency_id, n.kind, n.since, n.slots, n.weekdays, n.status, entered.version
                                  FROM entered
                                 CROSS JOIN json_to_recordset(CAST(:hours AS json)) AS n (
                                       kind text, since date, slots json, weekdays json, status text)
                                 WHERE (SELECT count(*) FROM hours_back) >= 0
                            ), closures_back AS (
                                UPDATE calendar_closure c
                                   SET taken_back_by = entered.version
                                  FROM entered
                                 CROSS JOIN json_to_recordset(CAST(:closuresBack AS json)) AS b (kind text, starts_at timestamptz)
                                 WHERE c.agency_id IS NOT DISTINCT FROM entered.agency_id
                                   AND c.kind = b.kind
                                   AND c.starts_at = b.starts_at
                                   AND c.taken_back_by IS NULL
                                RETURNING c.starts_at
                            ), closures AS (
                                INSERT INTO calendar_closure (agency_id, kind, starts_at, ends_at, reason, source, status,
                                                              brought_by)
                                SELECT entered.agency_id, n.kind, n.starts_at, n.ends_at, n.reason, n.source, n.status,
                                       entered.version
                                  FROM entered
                                 CROSS JOIN json_to_recordset(CAST(:closures AS json)) AS n (
                                       kind text, starts_at timestamptz, ends_at timestamptz, reason text, source text,
                                       status text)
                                 WHERE (SELECT count(*) FROM closures_back) >= 0
                            )
                            SELECT CASE
                                       WHEN NOT EXISTS (SELECT FROM moved) THEN 'CALENDAR_MOVED'
                                       WHEN NOT EXISTS (SELECT FROM entered) THEN 'KEY_TAKEN'
                                       ELSE 'KEPT'
                                   END AS outcome
                            """)
                                .bind("seen", seen.number())
                                .bind("version", rows.version())
                                .bind("days", rows.days())
                                .bind("hoursBack", rows.hoursBack())
                                .bind("hours", rows.hours())
                                .bind("closuresBack", rows.closuresBack())
                                .bind("closures", rows.closures()),
                        row -> Outcome.valueOf(required(row, "outcome", String.class)))
                .flatMap(outcomes -> versions.look().thenReturn(outcomes.getFirst()));
    }

    @Override
    public Mono<Optional<Entered>> entered(String caller, String key) {
        return db.read(Sql.of("""
            SELECT version, agency_id, known_until, note, source, status, counts_from, reaches_back, entered_as, entered_at,
                   CAST(change AS text) AS change, request
              FROM calendar_version
             WHERE entered_by = :caller
               AND idempotency_key = :key
            """).bind("caller", caller).bind("key", key), CalendarVersionTable::entered)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Mono<List<CalendarVersion>> list(Optional<Integer> agency, int before, int limit) {
        return db.read(
                Sql.of("""
                    SELECT version, agency_id, known_until, note, source, status, counts_from, reaches_back, entered_as,
                           entered_at, CAST(change AS text) AS change
                      FROM calendar_version
                     WHERE version < :before
                       AND (:agency = 0 OR agency_id = :agency)
                     ORDER BY version DESC
                     LIMIT :limit
                    """)
                        .bind("before", before)
                        .bind("agency", agency.orElse(0))
                        .bind("limit", limit),
                CalendarVersionTable::version);
    }

    private static Entered entered(Readable row) {
        return new Entered(required(row, "request", String.class), version(row));
    }

    private static CalendarVersion version(Readable row) {
        return new CalendarVersion(
                required(row, "version", Integer.class),
                required(row, "known_until", LocalDate.class),
                required(row, "reaches_back", Boolean.class),
                Author.valueOf(required(row, "entered_as", String.class)),
                optional(row, "entered_at", Instant.class),
                optional(row, "change", String.class)
                        .map(change -> JSON.readValue(change, CalendarChange.class))
                        .orElseGet(() -> unknown(row)));
    }

    /** Of a version whose change was not kept. */
    private static CalendarChange unknown(Readable row) {
        return new CalendarChange(
                optional(row, "agency_id", Integer.class),
                required(row, "source", String.class),
                Standing.OFFICIAL,
                required(row, "note", String.class),
                required(row, "counts_from", LocalDate.class),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TakenBack.NOTHING);
    }
}
