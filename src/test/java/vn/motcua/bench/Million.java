package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.TrackingCode;

/** A million dossiers of one agency, as years of work leave them. */
final class Million {

    static final int AGENCY = 3188442;
    static final String UNIT = "18844";
    static final String RARE_PROCEDURE = "2.000908";

    private Million() {}

    /**
     * One every twenty seconds since the beginning of 2026; every status; procedures from frequent to ten in a million;
     * names as common as in life.
     */
    static void load() throws SQLException {
        try (var owner = TestDatabase.owner()) {
            load(owner, 1_000_000);
        }
    }

    /** As many of them, as the owner of the tables. */
    static void load(Connection owner, int count) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                CREATE TEMP TABLE made AS
                WITH procedures AS (
                    SELECT id, row_number() OVER (ORDER BY id) AS place
                      FROM procedure_version
                     WHERE id / 100 IN (1004222, 1004194, 1010028, 1010038, 1003677, 1012564, 1013065, 1001193, 1004837,
                                        1000419, 2000908)
                ), chances AS (
                    SELECT n, ('x' || substr(h, 1, 7))::bit(28)::int AS a, ('x' || substr(h, 8, 7))::bit(28)::int AS b,
                           ('x' || substr(h, 15, 7))::bit(28)::int AS c, ('x' || substr(h, 22, 7))::bit(28)::int AS d, h
                      FROM (SELECT n, md5(n::text) AS h FROM generate_series(1, %d) AS n) AS numbers
                ), drawn AS (
                    SELECT n, h, timestamptz '2026-01-01 00:00+07' + n * interval '20 seconds' AS filed,
                           CASE WHEN a %% 100 < 5 THEN 1 WHEN a %% 100 < 15 THEN 2 WHEN a %% 100 < 50 THEN 4
                                WHEN a %% 100 < 53 THEN 5 WHEN a %% 100 < 55 THEN 6 WHEN a %% 100 < 57 THEN 3
                                WHEN a %% 100 < 58 THEN 8 WHEN a %% 100 < 63 THEN 9 ELSE 10 END AS status,
                           CASE WHEN n %% 100000 = 7 THEN 11 ELSE 1 + floor(10 * power(b %% 1000 / 1000.0, 2)) END AS place,
                           (ARRAY['Nguyễn','Nguyễn','Nguyễn','Nguyễn','Trần','Lê','Phạm','Hoàng','Võ','Đặng'])[1 + c %% 10]
                             || ' ' || (ARRAY['Văn','Thị','Đức','Ngọc','Hữu'])[1 + d %% 5]
                             || ' ' || (ARRAY['Anh','Bình','Chi','Dũng','Giang','Hà','Khánh','Linh','Minh','Nam','Oanh','Phúc',
                                              'Quang','Sơn','Trang','Uyên','Vinh','Xuân','Yến','Huyền'])[1 + (c / 10) %% 20] AS name
                      FROM chances
                )
                SELECT n, CAST(lpad(to_hex(floor(extract(epoch FROM filed) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3)
                               || 'a' || substr(h, 4, 15) AS uuid) AS id,
                       filed, status, p.id AS procedure, name,
                       CASE WHEN status NOT IN (1, 3) AND n %% 50 <> 0 THEN filed + interval '7 days' END AS due
                  FROM drawn JOIN procedures p USING (place)
                """.formatted(count));
            List<String> rebuilding = stripped(statement);
            insert(statement);
            for (String definition : rebuilding) {
                statement.execute(definition);
            }
            statement.execute("VACUUM ANALYZE dossier");
            statement.execute("VACUUM ANALYZE dossier_party");
        }
    }

    /** A million rows go in faster without indexes and references; answers what builds them again. */
    private static List<String> stripped(Statement statement) throws SQLException {
        List<String> building = new ArrayList<>();
        List<String> dropping = new ArrayList<>();
        try (var found = statement.executeQuery("""
            SELECT 'DROP INDEX ' || indexrelid::regclass AS dropping, pg_get_indexdef(indexrelid) AS building
              FROM pg_index
             WHERE indrelid IN ('dossier'::regclass, 'dossier_party'::regclass) AND NOT indisprimary
             UNION ALL
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              FROM pg_constraint
             WHERE conrelid = 'dossier'::regclass AND contype = 'f'
            """)) {
            while (found.next()) {
                dropping.add(found.getString("dropping"));
                building.add(found.getString("building"));
            }
        }
        for (String drop : dropping) {
            statement.execute(drop);
        }
        return building;
    }

    private static void insert(Statement statement) throws SQLException {
        statement.execute("""
            INSERT INTO dossier (id, home_agency_id, receiving_unit, competent_agency_id, competent_unit,
                                 procedure_version_id, channel, case_code, result_delivery, tracking_code, code, status,
                                 version, filed_at, intake_due_at, accepted_at, refused_at, first_promised_at, due_at,
                                 due_day, due_missing, depends_on_forecast, calendar_version, clock_rule, finished_at,
                                 returned_at, last_event_at)
            SELECT m.id, v.agency_id, v.unit, v.agency_id, v.unit, m.procedure, 'ONLINE', 'default', 'ELECTRONIC', '%2$s',
                   CASE WHEN status NOT IN (1, 3) THEN 'bench-' || n END, status, 3, filed, filed + interval '8 hours',
                   CASE WHEN status NOT IN (1, 3) THEN filed + interval '1 hour' END,
                   CASE WHEN status = 3 THEN filed + interval '1 hour' END, due, due,
                   CAST(due AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date),
                   CASE WHEN status NOT IN (1, 3) AND due IS NULL THEN 'TERM_UNCONFIRMED' END, false, 1, '1',
                   CASE WHEN status IN (9, 10) THEN filed + interval '5 days' END,
                   CASE WHEN status = 10 THEN filed + interval '6 days' END, filed
              FROM made m JOIN agency_version v ON v.agency_id = %1$d AND v.valid_to IS NULL
            """.formatted(AGENCY, TrackingCode.from(new byte[10])));
        statement.execute("""
            INSERT INTO dossier_party (dossier_id, home_agency_id, kind, number, name, search)
            SELECT id, %1$d, 'CITIZEN', lpad(CAST(n %% 200000 AS text), 12, '0'), name,
                   array_to_tsvector(ARRAY(
                       SELECT DISTINCT '%1$d/' || w.word
                         FROM regexp_split_to_table(
                                  translate(lower(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd'),
                                  ' ') AS w (word))
                     || ARRAY['%1$d/+84' || 900000000 + n %% 200000, '%1$d/#' || lpad(CAST(n %% 200000 AS text), 12, '0')])
              FROM made
            """.formatted(AGENCY));
    }
}
