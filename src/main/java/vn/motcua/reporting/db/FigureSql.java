package vn.motcua.reporting.db;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.dossier.Measure;
import vn.motcua.reporting.application.FigureQuery;

/**
 * The ways to read figures, each with one constant text, so that the server's prepared statements are reused. A sum through
 * a day is the checkpoint before it, the days since, what is not folded yet, less what was not known or not done then.
 */
enum FigureSql {
    PLACES_BY_PROVINCE(Rows.OF_CELLS, "", Source.PROVINCES, Source.AGENCIES_OF_PROVINCES),
    PLACES_BY_UNIT(Rows.OF_CELLS, "", Source.AGENCIES_OF_UNITS),
    AGENCIES_OF_PROVINCES(Rows.OF_AGENCIES, "", Source.AGENCIES_OF_PROVINCES),
    AGENCIES_OF_UNITS(Rows.OF_AGENCIES, "", Source.AGENCIES_OF_UNITS),
    PROCEDURES_OF_THE_NATION(Rows.OF_ALL_PROCEDURES, "", Source.NATION_TOPICS),
    CHANNELS_OF_THE_NATION(Rows.OF_ALL_CHANNELS, "", Source.NATION_TOPICS),
    PROCEDURES_OF_PROVINCES(Rows.OF_PROCEDURES, "", Source.PROVINCE_TOPICS),
    CHANNELS_OF_PROVINCES(Rows.OF_CHANNELS, "", Source.PROVINCE_TOPICS),
    PROCEDURES_OF_UNITS(Rows.OF_PROCEDURES, "AND k.half_yearly", Source.DETAILS),
    CHANNELS_OF_UNITS(Rows.OF_CHANNELS, "AND k.half_yearly", Source.DETAILS);

    /** Beyond so many units, one scan of their province is cheaper than one of each. */
    private static final int FEW_UNITS = 12;

    /** What makes a row: of figures, and of dossiers that became late today. */
    private record Rows(String ofFigures, String ofDossiers) {

        private static final Rows OF_CELLS = new Rows("c.row_no", "c.row_no");
        private static final Rows OF_ALL_PROCEDURES = new Rows("f.procedure_version_id", "f.procedure_version_id");
        private static final Rows OF_ALL_CHANNELS =
                new Rows("f.channel", "array_position(ARRAY['COUNTER', 'ONLINE', 'POSTAL'], f.channel)");
        private static final Rows OF_PROCEDURES = OF_ALL_PROCEDURES.bySign();
        private static final Rows OF_CHANNELS = OF_ALL_CHANNELS.bySign();
        private static final Rows OF_AGENCIES = new Rows("f.agency_id", "f.agency_id").bySign();

        /** With the sign of the cell, which tells what is to be kept apart. */
        private Rows bySign() {
            return new Rows("c.row_no * " + ofFigures, "c.row_no * " + ofDossiers);
        }
    }

    /** A pair of tables that holds figures of one grain, and how its rows are found. */
    private record Source(String grain, String join, String also) {

        private static final Source PROVINCES = new Source(
                "province", "CROSS JOIN cell c JOIN %s f ON f.province = c.province", "AND c.unit_version = 0");
        private static final Source AGENCIES_OF_PROVINCES =
                new Source("agency", """
                    CROSS JOIN (SELECT DISTINCT province FROM cell WHERE unit_version > 0) q
                    JOIN %s f ON f.province = q.province
                    JOIN cell c ON c.unit_version = f.unit_version
                    """, "AND c.agency_id IN (0, f.agency_id)");
        private static final Source AGENCIES_OF_UNITS = new Source(
                "agency",
                "CROSS JOIN cell c JOIN %s f ON f.unit_version = c.unit_version",
                "AND c.agency_id IN (0, f.agency_id)");
        private static final Source NATION_TOPICS = new Source(
                "nation_topic",
                "CROSS JOIN generate_series(1, 3) AS c (channel) JOIN %s f ON f.channel = c.channel",
                "");
        private static final Source PROVINCE_TOPICS =
                new Source("province_topic", "CROSS JOIN cell c JOIN %s f ON f.province = c.province", "");
        private static final Source DETAILS = new Source(
                "detail",
                "CROSS JOIN cell c JOIN %s f ON f.unit_version = c.unit_version",
                "AND c.agency_id IN (0, f.agency_id)");

        private boolean isEverything() {
            return grain.equals("nation_topic");
        }

        private String checkpoints(Rows rows) {
            return head(rows, "false", "f.%s") + " FROM point p " + join.formatted("figure_" + grain + "_before")
                    + " WHERE f.start = p.start AND f.axis = ANY(:axes) " + also;
        }

        private String days(Rows rows) {
            return head(rows, "f.day = p.day", "f.%s") + " FROM point p " + join.formatted("figure_" + grain + "_day")
                    + " WHERE f.day >= p.start AND f.day <= p.day AND f.axis = ANY(:axes) " + also;
        }
    }

    private static final String CELL = """
        JOIN cell c ON (c.unit_version = 0 AND c.province = %1$s.province OR c.unit_version = %2$s)
                   AND c.agency_id IN (0, %3$s)
        """;

    private final String text;

    FigureSql(Rows rows, String checkpoints, Source... sources) {
        boolean everything = sources[0].isEverything();
        String cells = everything ? "" : CELL.formatted("f", "f.unit_version", "f.agency_id");
        String counted = Arrays.stream(sources)
                .flatMap(source -> List.of(source.checkpoints(rows), source.days(rows)).stream())
                .collect(Collectors.joining("\n UNION ALL\n"));
        this.text = """
            WITH cell AS MATERIALIZED (
                SELECT row_no, province, unit_version, agency_id
                  FROM unnest(CAST(:rows AS integer[]), CAST(:provinces AS integer[]), CAST(:units AS integer[]),
                              CAST(:agencies AS integer[])) AS c (row_no, province, unit_version, agency_id)
            ), point AS MATERIALIZED (
                SELECT CAST(d.no AS integer) AS no, d.day,
                       coalesce((SELECT max(k.start)
                                   FROM figure_checkpoint k
                                  WHERE k.start <= d.day + CASE d.no WHEN 1 THEN 1 ELSE 0 END %1$s), '-infinity') AS start
                  FROM unnest(CAST(:days AS date[])) WITH ORDINALITY AS d (day, no)
            ), counted AS (
            %2$s
             UNION ALL
            %3$s FROM figure_delta f JOIN point p ON f.day <= p.day %4$s WHERE f.axis = ANY(:axes)
             UNION ALL
            %5$s FROM figure_late f JOIN point p ON f.day <= p.day %4$s
             WHERE (f.effective_on > :through OR f.recorded_at > :knownUntil) AND f.axis = ANY(:axes)
            ), became_late AS (
                SELECT 0 AS basis, 1 AS by_due, 0 AS at_intake, o.*
                  FROM dossier o
                 WHERE :isMidDay AND o.finished_at IS NULL AND o.due_at >= :dayBegins AND o.due_at < :asOf
                 UNION ALL
                SELECT 2, CASE WHEN o.due_at >= :dayBegins AND o.due_at < :asOf THEN -1 ELSE 0 END
                          + CASE WHEN o.first_promised_at >= :dayBegins AND o.first_promised_at < :asOf THEN 1 ELSE 0 END, 0, o.*
                  FROM dossier o
                 WHERE :isMidDay AND o.finished_at IS NULL AND o.first_promised_at <> o.due_at
                 UNION ALL
                SELECT 0, 0, 1, o.*
                  FROM dossier o
                 WHERE :isMidDay AND o.status = 1 AND o.intake_due_at >= :dayBegins AND o.intake_due_at < :asOf
            ), held AS (
                SELECT CASE WHEN :isByReceiving THEN f.receiving_unit ELSE f.competent_unit END      AS unit_version,
                       CASE WHEN :isByReceiving THEN f.home_agency_id ELSE f.competent_agency_id END AS agency_id,
                       f.procedure_version_id, f.channel, f.basis, f.by_due, f.at_intake
                  FROM became_late f
            )
            SELECT row_no, no, basis, %6$s,
                   CAST(coalesce(sum(due_open) FILTER (WHERE is_last), 0) AS bigint)        AS due_on_last_day,
                   CAST(coalesce(sum(intake_due_open) FILTER (WHERE is_last), 0) AS bigint) AS intake_due_on_last_day,
                   (SELECT coalesce(max(position), 0) FROM log_position)                    AS log_position
              FROM counted
             GROUP BY row_no, no, basis
             UNION ALL
            SELECT %7$s, 0, f.basis, %8$s, sum(f.by_due), sum(f.at_intake), 0
              FROM held f
              JOIN figure_unit u ON u.unit_version = f.unit_version
              %9$s
             GROUP BY 1, f.basis
             UNION ALL
            SELECT 0, -1, 0, %8$s, 0, 0, (SELECT coalesce(max(position), 0) FROM log_position)
            """.formatted(
                        checkpoints,
                        counted,
                        head(rows, "f.day = p.day", "f.%s"),
                        cells,
                        head(rows, "f.day = p.day", "-f.%s"),
                        measures("CAST(coalesce(sum(%1$s), 0) AS bigint) AS %1$s"),
                        rows.ofDossiers(),
                        measures("0"),
                        everything ? "" : CELL.formatted("u", "f.unit_version", "f.agency_id"));
    }

    private static String head(Rows rows, String isLast, String measure) {
        return "SELECT " + rows.ofFigures() + " AS row_no, p.no, f.axis & 2 AS basis, " + isLast + " AS is_last, "
                + measures(measure + " AS %1$s");
    }

    private static String measures(String words) {
        return Arrays.stream(Measure.values())
                .map(FigureSql::column)
                .map(column -> words.replace("%1$s", column).replace("%s", column))
                .collect(Collectors.joining(", "));
    }

    /** The column of a measure. */
    static String column(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    /** The way that reads least. */
    static FigureSql of(FigureQuery query) {
        return switch (query.grouping()) {
            case CELL ->
                query.cells().size() <= FEW_UNITS && query.cells().stream().noneMatch(FigureQuery.Cell::isWholeProvince)
                        ? PLACES_BY_UNIT
                        : PLACES_BY_PROVINCE;
            case AGENCY -> query.cells().size() <= FEW_UNITS ? AGENCIES_OF_UNITS : AGENCIES_OF_PROVINCES;
            case PROCEDURE ->
                query.isWholeNation()
                        ? PROCEDURES_OF_THE_NATION
                        : query.isByProvince() ? PROCEDURES_OF_PROVINCES : PROCEDURES_OF_UNITS;
            case CHANNEL ->
                query.isWholeNation()
                        ? CHANNELS_OF_THE_NATION
                        : query.isByProvince() ? CHANNELS_OF_PROVINCES : CHANNELS_OF_UNITS;
        };
    }
}
