package vn.motcua.bench;

import java.sql.SQLException;
import java.util.Locale;

/** What figures cost without rollups: counted over the dossiers each time, or kept in a materialised view. */
final class SqlFigures {

    private static final int TIMES = 5;

    /** The province of every version of a unit. */
    private static final String PROVINCES = """
        WITH RECURSIVE above (unit, version, code, level, parent) AS (
            SELECT u.version, u.version, u.code, u.level, u.parent FROM administrative_unit u
            UNION ALL
            SELECT a.unit, u.version, u.code, u.level, u.parent
              FROM above a JOIN administrative_unit u ON u.version = a.parent
             WHERE a.level <> 'PROVINCE'
        ), province AS (
            SELECT unit, code FROM above WHERE level = 'PROVINCE'
        )
        """;

    /** Seven classes of the month with the most dossiers, as of its end. */
    private static final String LIVE = PROVINCES + """
        , month AS (
            SELECT date_trunc('month', percentile_disc(0.5) WITHIN GROUP (ORDER BY filed_at)) AS first,
                   date_trunc('month', percentile_disc(0.5) WITHIN GROUP (ORDER BY filed_at)) + interval '1 month' AS past
              FROM dossier TABLESAMPLE SYSTEM (1) REPEATABLE (7)
        )
        SELECT p.code,
               count(*) FILTER (WHERE d.accepted_at >= m.first AND d.accepted_at < m.past) AS received,
               count(*) FILTER (WHERE d.accepted_at < m.first AND (d.finished_at IS NULL OR d.finished_at >= m.first)) AS carried,
               count(*) FILTER (WHERE d.finished_at >= m.first AND d.finished_at < m.past
                                  AND d.finished_at < date_trunc('day', d.due_at)) AS early,
               count(*) FILTER (WHERE d.finished_at >= m.first AND d.finished_at < m.past AND d.finished_at <= d.due_at) AS in_time,
               count(*) FILTER (WHERE d.finished_at >= m.first AND d.finished_at < m.past AND d.finished_at > d.due_at) AS overdue,
               count(*) FILTER (WHERE (d.finished_at IS NULL OR d.finished_at >= m.past) AND d.due_at < m.past) AS pending_overdue,
               count(*) FILTER (WHERE (d.finished_at IS NULL OR d.finished_at >= m.past) AND d.due_at >= m.past) AS pending_in_time
          FROM month m, dossier d JOIN province p ON p.unit = d.competent_unit
         WHERE d.accepted_at < m.past
         GROUP BY p.code
        """;

    private static final String VIEW = "CREATE MATERIALIZED VIEW bench_figures AS " + PROVINCES + """
        SELECT p.code, date_trunc('month', d.accepted_at) AS month, count(*) AS received,
               count(*) FILTER (WHERE d.finished_at <= d.due_at) AS in_time,
               count(*) FILTER (WHERE d.finished_at > d.due_at) AS overdue
          FROM dossier d JOIN province p ON p.unit = d.competent_unit
         WHERE d.accepted_at IS NOT NULL
         GROUP BY p.code, date_trunc('month', d.accepted_at)
        """;

    private final BenchDatabase database;

    SqlFigures(BenchDatabase database) {
        this.database = database;
    }

    void run(Report report) throws SQLException {
        database.run("VACUUM ANALYZE dossier");
        report.note(said("plain GROUP BY over the dossiers, country by province, one month: %.0f ms", millis(LIVE)));
        database.run("DROP MATERIALIZED VIEW IF EXISTS bench_figures");
        database.run(VIEW);
        try {
            double refresh = millis("REFRESH MATERIALIZED VIEW bench_figures");
            double read =
                    millis("SELECT code, sum(received), sum(in_time), sum(overdue) FROM bench_figures GROUP BY code");
            report.note(said(
                    "materialised view, province by month: read in %.1f ms, refreshed in %.0f ms and as old as its"
                            + " last refresh; no as-of, no commune, no procedure",
                    read, refresh));
        } finally {
            database.run("DROP MATERIALIZED VIEW bench_figures");
        }
    }

    private double millis(String statement) throws SQLException {
        double[] taken = new double[TIMES];
        try (var owner = database.address().owner();
                var session = owner.createStatement()) {
            for (int at = 0; at < TIMES; at++) {
                long begun = System.nanoTime();
                session.execute(statement);
                taken[at] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return Latencies.median(taken);
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
