package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.LogRange;
import vn.motcua.dossier.LogReach;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.dossier.application.LogPages;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** The log by position. A page names its positions, so that it costs the same wherever it lies and whatever the reach. */
@Component
class LogPageTable implements LogPages {

    private final Database db;

    LogPageTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<LogRange.Held> held(Optional<LocalDate> since, Optional<LocalDate> until) {
        return db.read(
                        Sql.of("SELECT " + LastPosition.SQL + """
                             AS last,
                                   (SELECT min(d.first_position) FROM log_day d WHERE d.day >= :since) AS first_since,
                                   (SELECT max(d.last_position) FROM log_day d WHERE d.day <= :until)  AS last_until
                            """)
                                .bind("since", orNull(R2dbcType.DATE, since))
                                .bind("until", orNull(R2dbcType.DATE, until)),
                        row -> new LogRange.Held(
                                required(row, "last", Long.class),
                                optional(row, "first_since", Long.class),
                                optional(row, "last_until", Long.class)))
                .map(List::getFirst);
    }

    @Override
    public Mono<List<Recorded>> read(Page page, LogReach.Granted reach) {
        Sql statement = switch (reach) {
            case LogReach.Whole _ -> whole();
            case LogReach.Below(var _, Set<Integer> units) -> below(units, page.end());
        };
        return db.read(statement.bind("from", page.from()).bind("to", page.to()), DossierEventTable::recorded);
    }

    private static Sql whole() {
        return Sql.of(DossierEventTable.SELECT + """
              FROM log_position p
              JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
             WHERE p.position BETWEEN :from AND :to
             ORDER BY p.position
             LIMIT 200
            """);
    }

    private static Sql below(Set<Integer> units, long end) {
        return Sql.of(DossierEventTable.SELECT + """
              FROM log_position p
              JOIN dossier_event e ON e.dossier_id = p.dossier_id AND e.sequence = p.sequence
             WHERE p.position BETWEEN :from AND :to
               AND EXISTS (SELECT
                             FROM dossier_event o
                             JOIN log_position q ON q.dossier_id = o.dossier_id AND q.sequence = o.sequence
                            WHERE o.dossier_id = e.dossier_id AND q.position <= :end
                              AND (o.receiving_unit = ANY(:units) OR o.competent_unit = ANY(:units)))
             ORDER BY p.position
             LIMIT 200
            """)
                .bind("units", units.toArray(Integer[]::new))
                .bind("end", end);
    }
}
