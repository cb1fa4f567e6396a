package vn.motcua.territory.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;

/** Agencies with their names, units and identifiers over time. */
@Component
class AgencyTable {

    private final Database database;

    AgencyTable(Database database) {
        this.database = database;
    }

    Mono<List<AgencyHistory>> all() {
        return Kept.all(this::versionsAfter)
                .flatMap(versions -> Kept.all(this::identifiersAfter)
                        .flatMap(identifiers -> all(
                                versions.stream()
                                        .collect(
                                                groupingBy(VersionRow::agency, mapping(VersionRow::version, toList()))),
                                identifiers.stream()
                                        .collect(groupingBy(
                                                IdentifierRow::agency,
                                                mapping(IdentifierRow::identifier, toList()))))));
    }

    private Mono<List<AgencyHistory>> all(
            Map<Integer, List<AgencyHistory.Version>> versions,
            Map<Integer, List<AgencyHistory.Identifier>> identifiers) {
        return Kept.<AgencyHistory>all(last -> database.read(
                Sql.of("""
                    SELECT id, kind, level, office_hours
                      FROM agency
                     WHERE id > :last
                     ORDER BY id
                     LIMIT :page
                    """).bind("last", last.map(AgencyHistory::id).orElse(0)).bind("page", Kept.PAGE),
                row -> agency(row, versions, identifiers)));
    }

    private record VersionRow(int agency, AgencyHistory.Version version) {}

    private Mono<List<VersionRow>> versionsAfter(Optional<VersionRow> last) {
        return database.read(
                Sql.of("""
                    SELECT agency_id, valid_from, valid_to, name, unit
                      FROM agency_version
                     WHERE (agency_id, valid_from) > (:agency, :from)
                     ORDER BY agency_id, valid_from
                     LIMIT :page
                    """)
                        .bind("agency", last.map(VersionRow::agency).orElse(0))
                        .bind("from", last.map(row -> row.version().validFrom()).orElse(LocalDate.EPOCH))
                        .bind("page", Kept.PAGE),
                row -> new VersionRow(
                        Rows.required(row, "agency_id", Integer.class),
                        new AgencyHistory.Version(
                                Rows.required(row, "valid_from", LocalDate.class),
                                Rows.optional(row, "valid_to", LocalDate.class),
                                Rows.required(row, "name", String.class),
                                Rows.optional(row, "unit", Integer.class))));
    }

    private record IdentifierRow(int agency, AgencyHistory.Identifier identifier) {}

    private Mono<List<IdentifierRow>> identifiersAfter(Optional<IdentifierRow> last) {
        return database.read(
                Sql.of("""
                    SELECT agency_id, valid_from, valid_to, identifier, status
                      FROM agency_identifier
                     WHERE (agency_id, valid_from) > (:agency, :from)
                     ORDER BY agency_id, valid_from
                     LIMIT :page
                    """)
                        .bind("agency", last.map(IdentifierRow::agency).orElse(0))
                        .bind(
                                "from",
                                last.map(row -> row.identifier().validFrom()).orElse(LocalDate.EPOCH))
                        .bind("page", Kept.PAGE),
                row -> new IdentifierRow(
                        Rows.required(row, "agency_id", Integer.class),
                        new AgencyHistory.Identifier(
                                Rows.required(row, "valid_from", LocalDate.class),
                                Rows.optional(row, "valid_to", LocalDate.class),
                                Rows.required(row, "identifier", String.class),
                                Rows.required(row, "status", String.class).equals("PROVISIONAL"))));
    }

    private static AgencyHistory agency(
            Readable row,
            Map<Integer, List<AgencyHistory.Version>> versions,
            Map<Integer, List<AgencyHistory.Identifier>> identifiers) {
        int id = Rows.required(row, "id", Integer.class);
        return new AgencyHistory(
                id,
                AgencyKind.valueOf(Rows.required(row, "kind", String.class)),
                Level.valueOf(Rows.required(row, "level", String.class)),
                Rows.required(row, "office_hours", String.class),
                versions.getOrDefault(id, List.of()),
                identifiers.getOrDefault(id, List.of()));
    }
}
