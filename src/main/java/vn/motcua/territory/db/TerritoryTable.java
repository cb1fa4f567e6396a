package vn.motcua.territory.db;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;
import vn.motcua.territory.UnitKind;
import vn.motcua.territory.application.Territories;
import vn.motcua.territory.application.TerritorySnapshots;

/** Units, who succeeded whom, and agencies. */
@Component
class TerritoryTable implements Territories, TerritorySnapshots {

    private final Database database;
    private final AgencyTable agencies;
    private final Kept<Territory> kept;

    TerritoryTable(Database database, AgencyTable agencies, ReferenceVersions versions) {
        this.database = database;
        this.agencies = agencies;
        this.kept = new Kept<>(versions, "territory", read());
    }

    @Override
    public Mono<Territory> current() {
        return kept.current();
    }

    @Override
    public Mono<Snapshot<Territory>> snapshot() {
        return kept.snapshot();
    }

    private Mono<Territory> read() {
        return Kept.all(this::unitsAfter)
                .flatMap(units -> Kept.all(this::successionsAfter)
                        .flatMap(successions -> agencies.all()
                                .map(agencies -> new Territory(
                                        units,
                                        successions.stream()
                                                .map(SuccessionRow::succession)
                                                .toList(),
                                        agencies))));
    }

    private Mono<List<AdministrativeUnit>> unitsAfter(Optional<AdministrativeUnit> last) {
        return database.read(
                Sql.of("""
                    SELECT version, code, name, level, kind, valid_from, valid_to, parent
                      FROM administrative_unit
                     WHERE version > :last
                     ORDER BY version
                     LIMIT :page
                    """)
                        .bind("last", last.map(AdministrativeUnit::version).orElse(0))
                        .bind("page", Kept.PAGE),
                TerritoryTable::unit);
    }

    private record SuccessionRow(int id, Succession succession) {}

    private Mono<List<SuccessionRow>> successionsAfter(Optional<SuccessionRow> last) {
        return database.read(
                Sql.of("""
                    SELECT id, old_unit, new_unit, kind
                      FROM unit_succession
                     WHERE id > :last
                     ORDER BY id
                     LIMIT :page
                    """).bind("last", last.map(SuccessionRow::id).orElse(0)).bind("page", Kept.PAGE),
                TerritoryTable::succession);
    }

    private static AdministrativeUnit unit(Readable row) {
        return new AdministrativeUnit(
                Rows.required(row, "version", Integer.class),
                Rows.required(row, "code", String.class),
                Rows.required(row, "name", String.class),
                Level.valueOf(Rows.required(row, "level", String.class)),
                UnitKind.valueOf(Rows.required(row, "kind", String.class)),
                Rows.required(row, "valid_from", LocalDate.class),
                Rows.optional(row, "valid_to", LocalDate.class),
                Rows.optional(row, "parent", Integer.class));
    }

    private static SuccessionRow succession(Readable row) {
        return new SuccessionRow(
                Rows.required(row, "id", Integer.class),
                new Succession(
                        Rows.optional(row, "old_unit", Integer.class),
                        Rows.optional(row, "new_unit", Integer.class),
                        Succession.Kind.valueOf(Rows.required(row, "kind", String.class))));
    }
}
