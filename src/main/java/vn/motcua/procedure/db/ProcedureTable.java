package vn.motcua.procedure.db;

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
import vn.motcua.platform.db.ReferenceData;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Variant;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;

/** The catalogue as the migrations left it. */
@Component
class ProcedureTable implements Procedures {

    private final Database database;
    private final Mono<ProcedureCatalogue> kept;

    ProcedureTable(Database database) {
        this.database = database;
        this.kept = ReferenceData.kept(read());
    }

    @Override
    public Mono<ProcedureCatalogue> current() {
        return kept;
    }

    private Mono<ProcedureCatalogue> read() {
        return ReferenceData.all(this::variantsAfter)
                .map(rows ->
                        rows.stream().collect(groupingBy(VariantRow::version, mapping(VariantRow::variant, toList()))))
                .flatMap(variants -> ReferenceData.<ProcedureVersion>all(last -> versionsAfter(last, variants)))
                .map(ProcedureCatalogue::new);
    }

    private Mono<List<VariantRow>> variantsAfter(Optional<VariantRow> last) {
        return database.read(
                Sql.of("""
                    SELECT procedure_version, channel, case_code, case_name, term_unit, term_value, term_cut_off, fee_vnd
                      FROM procedure_variant
                     WHERE (procedure_version, channel, case_code) > (:version, :channel, :case)
                     ORDER BY procedure_version, channel, case_code
                     LIMIT :page
                    """)
                        .bind("version", last.map(VariantRow::version).orElse(0))
                        .bind(
                                "channel",
                                last.map(row -> row.variant().channel().name()).orElse(""))
                        .bind("case", last.map(row -> row.variant().caseCode()).orElse(""))
                        .bind("page", ReferenceData.PAGE),
                VariantRow::of);
    }

    private Mono<List<ProcedureVersion>> versionsAfter(
            Optional<ProcedureVersion> last, Map<Integer, List<Variant>> variants) {
        return database.read(
                Sql.of("""
                    SELECT id, code, name, sector, effective_from, effective_to, level, decided_by
                      FROM procedure_version
                     WHERE id > :last
                     ORDER BY id
                     LIMIT :page
                    """)
                        .bind("last", last.map(ProcedureVersion::id).orElse(0))
                        .bind("page", ReferenceData.PAGE),
                row -> version(row, variants));
    }

    private static ProcedureVersion version(Readable row, Map<Integer, List<Variant>> variants) {
        int id = Rows.required(row, "id", Integer.class);
        return new ProcedureVersion(
                id,
                new ProcedureCode(Rows.required(row, "code", String.class)),
                Rows.required(row, "name", String.class),
                Rows.required(row, "sector", String.class),
                Rows.required(row, "effective_from", LocalDate.class),
                Rows.optional(row, "effective_to", LocalDate.class),
                Level.valueOf(Rows.required(row, "level", String.class)),
                AgencyKind.valueOf(Rows.required(row, "decided_by", String.class)),
                variants.getOrDefault(id, List.of()));
    }
}
