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
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.Variant;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

/** The catalogue: versions with their deciders, policies and variants. */
@Component
class ProcedureTable implements Procedures {

    private final Database database;
    private final Kept<ProcedureCatalogue> kept;

    ProcedureTable(Database database, ReferenceVersions versions) {
        this.database = database;
        this.kept = new Kept<>(versions, "procedure", read());
    }

    @Override
    public Mono<ProcedureCatalogue> current() {
        return kept.current();
    }

    private Mono<ProcedureCatalogue> read() {
        return Kept.all(this::variantsAfter)
                .flatMap(variants -> Kept.all(this::decidersAfter)
                        .flatMap(deciders -> Kept.<ProcedureVersion>all(last -> versionsAfter(
                                last,
                                variants.stream()
                                        .collect(groupingBy(
                                                VariantRow::version, mapping(VariantRow::variant, toList()))),
                                deciders.stream()
                                        .collect(groupingBy(
                                                DeciderRow::version, mapping(DeciderRow::decider, toList())))))))
                .map(ProcedureCatalogue::new);
    }

    private record DeciderRow(int version, Decider decider) {}

    private Mono<List<DeciderRow>> decidersAfter(Optional<DeciderRow> last) {
        return database.read(
                Sql.of("""
                    SELECT procedure_version, level, kind, agency_id
                      FROM procedure_decider
                     WHERE (procedure_version, level, kind, coalesce(agency_id, 0)) > (:version, :level, :kind, :agency)
                     ORDER BY procedure_version, level, kind, coalesce(agency_id, 0)
                     LIMIT :page
                    """)
                        .bind("version", last.map(DeciderRow::version).orElse(0))
                        .bind(
                                "level",
                                last.map(row -> row.decider().level().name()).orElse(""))
                        .bind(
                                "kind",
                                last.map(row -> row.decider().kind().name()).orElse(""))
                        .bind(
                                "agency",
                                last.flatMap(row -> row.decider().agency()).orElse(0))
                        .bind("page", Kept.PAGE),
                row -> new DeciderRow(
                        Rows.required(row, "procedure_version", Integer.class),
                        new Decider(
                                Level.valueOf(Rows.required(row, "level", String.class)),
                                AgencyKind.valueOf(Rows.required(row, "kind", String.class)),
                                Rows.optional(row, "agency_id", Integer.class))));
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
                        .bind("page", Kept.PAGE),
                VariantRow::of);
    }

    private Mono<List<ProcedureVersion>> versionsAfter(
            Optional<ProcedureVersion> last,
            Map<Integer, List<Variant>> variants,
            Map<Integer, List<Decider>> deciders) {
        return database.read(
                Sql.of("""
                    SELECT id, code, name, sector, effective_from, effective_to, start_event, supplement_policy,
                           finance_policy, max_supplements, window_unit, window_value, due_precision
                      FROM procedure_version
                     WHERE id > :last
                     ORDER BY id
                     LIMIT :page
                    """)
                        .bind("last", last.map(ProcedureVersion::id).orElse(0))
                        .bind("page", Kept.PAGE),
                row -> version(row, variants, deciders));
    }

    private static ProcedureVersion version(
            Readable row, Map<Integer, List<Variant>> variants, Map<Integer, List<Decider>> deciders) {
        int id = Rows.required(row, "id", Integer.class);
        return new ProcedureVersion(
                id,
                new ProcedureCode(Rows.required(row, "code", String.class)),
                Rows.required(row, "name", String.class),
                Rows.required(row, "sector", String.class),
                Rows.required(row, "effective_from", LocalDate.class),
                Rows.optional(row, "effective_to", LocalDate.class),
                deciders.getOrDefault(id, List.of()),
                policy(row),
                variants.getOrDefault(id, List.of()));
    }

    private static ClockPolicy policy(Readable row) {
        return new ClockPolicy(
                ClockPolicy.StartEvent.valueOf(Rows.required(row, "start_event", String.class)),
                ClockPolicy.Effect.valueOf(Rows.required(row, "supplement_policy", String.class)),
                ClockPolicy.Effect.valueOf(Rows.required(row, "finance_policy", String.class)),
                Rows.required(row, "max_supplements", Integer.class),
                Rows.optional(row, "window_unit", String.class)
                        .map(unit -> window(unit, Rows.required(row, "window_value", Integer.class))),
                ClockPolicy.Precision.valueOf(Rows.required(row, "due_precision", String.class)));
    }

    private static Term window(String unit, int value) {
        return switch (unit) {
            case "WORKING_DAY" -> new Term.WorkingDays(value);
            case "CALENDAR_DAY" -> new Term.CalendarDays(value);
            case "MONTH" -> new Term.Months(value);
            default -> throw new IllegalStateException("The table knows a window that the code does not: " + unit);
        };
    }
}
