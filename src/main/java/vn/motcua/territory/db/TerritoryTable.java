package vn.motcua.territory.db;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.ReferenceData;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** Units and agencies as the migrations left them. */
@Component
class TerritoryTable implements Territories {

    private final Database database;
    private final Mono<Territory> kept;

    TerritoryTable(Database database) {
        this.database = database;
        this.kept = ReferenceData.kept(read());
    }

    @Override
    public Mono<Territory> current() {
        return kept;
    }

    private Mono<Territory> read() {
        return ReferenceData.all(this::unitsAfter)
                .flatMap(units ->
                        ReferenceData.all(this::agenciesAfter).map(agencies -> new Territory(units, agencies)));
    }

    private Mono<List<AdministrativeUnit>> unitsAfter(Optional<AdministrativeUnit> last) {
        return database.read(
                Sql.of("""
                    SELECT version, code, name, level, valid_from, valid_to, parent
                      FROM administrative_unit
                     WHERE version > :last
                     ORDER BY version
                     LIMIT :page
                    """)
                        .bind("last", last.map(AdministrativeUnit::version).orElse(0))
                        .bind("page", ReferenceData.PAGE),
                TerritoryTable::unit);
    }

    private Mono<List<Agency>> agenciesAfter(Optional<Agency> last) {
        return database.read(
                Sql.of("""
                    SELECT agency.id, agency.name, agency.kind, agency.level, agency.unit, agency.office_hours,
                           identifier.identifier, identifier.status
                      FROM agency
                      JOIN agency_identifier AS identifier
                        ON identifier.agency_id = agency.id
                       AND identifier.valid_to IS NULL
                     WHERE agency.id > :last
                     ORDER BY agency.id
                     LIMIT :page
                    """).bind("last", last.map(Agency::id).orElse(0)).bind("page", ReferenceData.PAGE),
                TerritoryTable::agency);
    }

    private static AdministrativeUnit unit(Readable row) {
        return new AdministrativeUnit(
                Rows.required(row, "version", Integer.class),
                Rows.required(row, "code", String.class),
                Rows.required(row, "name", String.class),
                Level.valueOf(Rows.required(row, "level", String.class)),
                Rows.required(row, "valid_from", LocalDate.class),
                Rows.optional(row, "valid_to", LocalDate.class),
                Rows.optional(row, "parent", Integer.class));
    }

    private static Agency agency(Readable row) {
        return new Agency(
                Rows.required(row, "id", Integer.class),
                Rows.required(row, "identifier", String.class),
                Rows.required(row, "status", String.class).equals("PROVISIONAL"),
                Rows.required(row, "name", String.class),
                AgencyKind.valueOf(Rows.required(row, "kind", String.class)),
                Level.valueOf(Rows.required(row, "level", String.class)),
                Rows.required(row, "unit", Integer.class),
                Rows.required(row, "office_hours", String.class));
    }
}
