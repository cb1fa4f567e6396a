package vn.motcua.reporting.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.Measure;
import vn.motcua.reporting.application.FigureQuery;

/**
 * The ways to read figures, each with one constant text, so that the server's prepared statements are reused. A sum through
 * a day is the checkpoint before it, the days since, what is not folded yet, less what was not known or not done then.
 */
enum FigureSql {
    PLACES_BY_PROVINCE_AND_UNIT(Rows.OF_CELLS, "", Source.PROVINCES, Source.AGENCIES_OF_PROVINCES),
    PROVINCES(Rows.OF_CELLS, "", Source.PROVINCES),
    UNITS_OF_PROVINCES(Rows.OF_CELLS, "", Source.AGENCIES_OF_PROVINCES),
    UNITS(Rows.OF_CELLS, "", Source.AGENCIES_OF_UNITS),
    AGENCIES_OF_PROVINCES(Rows.OF_AGENCIES, "", Source.AGENCIES_OF_PROVINCES),
    AGENCIES_OF_UNITS(Rows.OF_AGENCIES, "", Source.AGENCIES_OF_UNITS),
    PROCEDURES_OF_THE_NATION(Rows.OF_ALL_PROCEDURES, "", Source.NATION_TOPICS),
    CHANNELS_OF_THE_NATION(Rows.OF_ALL_CHANNELS, "", Source.NATION_TOPICS),
    PROCEDURES_OF_PROVINCES(Rows.OF_PROCEDURES, "AND k.rank >= 2", Source.PROVINCE_TOPICS),
    CHANNELS_OF_PROVINCES(Rows.OF_CHANNELS, "AND k.rank >= 2", Source.PROVINCE_TOPICS),
    PROCEDURES_OF_UNITS(Rows.OF_PROCEDURES, "AND k.rank = 3", Source.DETAILS),
    CHANNELS_OF_UNITS(Rows.OF_CHANNELS, "AND k.rank = 3", Source.DETAILS);

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

    /**
     * A pair of tables that holds figures of one grain, and how its rows are found.
     *
     * @param keys what its keys are looked up in
     * @param key the condition on those keys
     * @param cells how the rows that were found are matched with the cells
     */
    private record Source(String grain, String keys, String key, String cells) {

        private static final String IN_CELLS = "CROSS JOIN cell c";

        private static final Source PROVINCES =
                new Source("province", IN_CELLS, "f.province = c.province AND c.unit_version = 0", "");
        private static final Source AGENCIES_OF_PROVINCES = new Source(
                "agency",
                "CROSS JOIN (SELECT DISTINCT province FROM cell WHERE unit_version > 0) AS q",
                "f.province = q.province",
                "JOIN cell c ON c.unit_version = f.unit_version AND c.agency_id IN (0, f.agency_id)");
        private static final Source AGENCIES_OF_UNITS = new Source(
                "agency", IN_CELLS, "f.unit_version = c.unit_version AND c.agency_id IN (0, f.agency_id)", "");
        private static final Source NATION_TOPICS = new Source(
                "nation_topic", "CROSS JOIN generate_series(1, 3) AS c (channel)", "f.channel = c.channel", "");
        private static final Source PROVINCE_TOPICS =
                new Source("province_topic", IN_CELLS, "f.province = c.province", "");
        private static final Source DETAILS = new Source(
                "detail", IN_CELLS, "f.unit_version = c.unit_version AND c.agency_id IN (0, f.agency_id)", "");

        /** How rows of no grain are matched with the cells, which are those of the sources. */
        private static String cells(Source[] sources, String province, String unit, String agency) {
            String match = sources.length > 1
                    ? "(c.unit_version = 0 AND c.province = %1$s OR c.unit_version = %2$s)"
                    : switch (sources[0].grain) {
                        case "nation_topic" -> "";
                        case "province", "province_topic" -> "c.province = %1$s";
                        default -> "c.unit_version = %2$s";
                    };
            return match.isEmpty()
                    ? ""
                    : ("JOIN cell c ON " + match + " AND c.agency_id IN (0, %3$s)").formatted(province, unit, agency);
        }

        private String checkpoints(Rows rows) {
            return head(rows, "false", "f.%s") + found("before", "f.start = p.start");
        }

        private String days(Rows rows) {
            return head(rows, "f.day = p.day", "f.%s") + found("day", "f.day >= p.start AND f.day <= p.day");
        }

        /** The offset keeps the planner from reading whole histories and choosing the days afterwards. */
        private String found(String kind, String when) {
            return """
                 FROM point p
                %s
                CROSS JOIN LATERAL (SELECT * FROM figure_%s_%s f WHERE %s AND %s AND f.axis = ANY(:axes) OFFSET 0) AS f
                %s\
                """.formatted(keys, grain, kind, key, when, cells);
        }
    }

    /** What was recorded on the day of the question after its moment, and stands in the sums of that day. */
    private static final String RECORDED_AFTER = """
         UNION ALL
        @UNKNOWN@
          FROM (SELECT (g.fact).*
                  FROM dossier_event e
                 CROSS JOIN LATERAL figures_of(e.receiving_unit, e.home_agency_id, e.competent_unit, e.competent_agency_id,
                            figure_payload(e.dossier_id, e.sequence, e.type, e.schema_version, e.occurred_at, e.payload)) AS g
                 WHERE e.recorded_at > :asOf AND e.recorded_at < :dayEnds AND g.effective_on IS NULL) AS f
          JOIN point p ON f.day <= p.day
          @CELLS@
         WHERE f.axis = ANY(:axes)
        """;

    /** Lines of what became late since the day began; they have no point. */
    private static final String LATE_LINES = """
         UNION ALL
        SELECT %s, 0, f.basis, CAST(%s || ARRAY[coalesce(sum(f.by_due), 0), coalesce(sum(f.at_intake), 0)] AS text), 0
          FROM (SELECT CASE WHEN :isByReceiving THEN f.receiving_unit ELSE f.competent_unit END      AS unit_version,
                       CASE WHEN :isByReceiving THEN f.home_agency_id ELSE f.competent_agency_id END AS agency_id,
                       f.procedure_version_id, f.channel, f.basis, f.by_due, f.at_intake
                  FROM (%s) AS f) AS f
          JOIN figure_unit u ON u.unit_version = f.unit_version
          %s
         GROUP BY 1, f.basis
        """;

    private final String closed;
    private final String now;
    private final String then;

    FigureSql(Rows rows, String checkpoints, Source... sources) {
        String cells = Source.cells(sources, "u.province", "f.unit_version", "f.agency_id");
        String zeros = "ARRAY[" + measures("CAST(0 AS bigint)") + "]";
        this.closed = text(rows, checkpoints, "", "", sources);
        this.now = text(
                rows, checkpoints, "", LATE_LINES.formatted(rows.ofDossiers(), zeros, LateSql.NOW, cells), sources);
        this.then = text(
                rows,
                checkpoints,
                RECORDED_AFTER
                        .replace("@UNKNOWN@", head(rows, "f.day = p.day", "-f.%s"))
                        .replace("@CELLS@", Source.cells(sources, "f.province", "f.unit_version", "f.agency_id")),
                LATE_LINES.formatted(rows.ofDossiers(), zeros, LateSql.THEN, cells),
                sources);
    }

    private static String text(Rows rows, String checkpoints, String after, String late, Source... sources) {
        String cells = Source.cells(sources, "f.province", "f.unit_version", "f.agency_id");
        String counted = Arrays.stream(sources)
                .flatMap(source -> Stream.of(source.checkpoints(rows), source.days(rows)))
                .collect(Collectors.joining("\n UNION ALL\n"));
        return """
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
             WHERE (f.effective_on > :through AND f.day < f.effective_on OR f.recorded_at > :knownUntil) AND f.axis = ANY(:axes)
            %6$s
            )
            SELECT row_no, no, basis,
                   CAST(ARRAY[%7$s, coalesce(sum(due_open) FILTER (WHERE is_last), 0),
                              coalesce(sum(intake_due_open) FILTER (WHERE is_last), 0)] AS text) AS sums,
                   0 AS log_position
              FROM counted
             GROUP BY row_no, no, basis
            %8$s
             UNION ALL
            SELECT 0, -1, 0, '', (SELECT coalesce(max(position), 0) FROM log_position)
            """.formatted(
                        checkpoints,
                        counted,
                        head(rows, "f.day = p.day", "f.%s"),
                        cells,
                        head(rows, "f.day = p.day", "-f.%s"),
                        after,
                        measures("coalesce(sum(%1$s), 0)"),
                        late);
    }

    private static String head(Rows rows, String isLast, String measure) {
        return "SELECT " + rows.ofFigures() + " AS row_no, p.no, f.axis & 2 AS basis, " + isLast + " AS is_last, "
                + measures(measure + " AS %1$s");
    }

    private static String measures(String words) {
        return Arrays.stream(Measure.values())
                .map(measure -> measure.name().toLowerCase(Locale.ROOT))
                .map(column -> words.replace("%1$s", column).replace("%s", column))
                .collect(Collectors.joining(", "));
    }

    /** The statement for questions about the end of a day. */
    String closed() {
        return closed;
    }

    /** The statement for questions about now. */
    String now() {
        return now;
    }

    /** The statement for questions as of a moment that has passed, in the middle of its day. */
    String then() {
        return then;
    }

    /** The way that reads least. */
    static FigureSql of(FigureQuery query) {
        return switch (query.grouping()) {
            case CELL -> ofPlaces(query);
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

    private static FigureSql ofPlaces(FigureQuery query) {
        if (query.isByProvince()) {
            return PROVINCES;
        }
        if (query.cells().stream().anyMatch(FigureQuery.Cell::isWholeProvince)) {
            return PLACES_BY_PROVINCE_AND_UNIT;
        }
        return query.cells().size() <= FEW_UNITS ? UNITS : UNITS_OF_PROVINCES;
    }
}
