package vn.motcua.procedure.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Kept;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Variant;
import vn.motcua.procedure.application.ProcedureSnapshots;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

/** The catalogue: versions with their deciders, policies and variants. */
@Component
class ProcedureTable implements Procedures, ProcedureSnapshots {

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

    @Override
    public Mono<Snapshot<ProcedureCatalogue>> snapshot() {
        return kept.snapshot();
    }

    private Mono<ProcedureCatalogue> read() {
        return variants()
                .flatMap(variants -> deciders()
                        .flatMap(deciders ->
                                Kept.<ProcedureVersion>all(last -> versionsAfter(last, variants, deciders))))
                .map(ProcedureCatalogue::new);
    }

    private Mono<Map<Integer, List<Variant>>> variants() {
        return Kept.all(this::variantsAfter)
                .map(rows ->
                        rows.stream().collect(groupingBy(VariantRow::version, mapping(VariantRow::variant, toList()))));
    }

    private Mono<Map<Integer, List<Decider>>> deciders() {
        return Kept.all(this::decidersAfter)
                .map(rows ->
                        rows.stream().collect(groupingBy(DeciderRow::version, mapping(DeciderRow::decider, toList()))));
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
                    SELECT v.procedure_version, v.channel, v.case_code, v.case_name, v.listing, v.shown_value, v.shown_unit,
                           v.term_unit, v.term_value, v.term_cut_off, CAST(v.term_stages AS text) AS term_stages, v.fee_vnd, v.fee_shown,
                           v.fee_suspect, v.payment_moment, c.term_unit AS confirmed_unit, c.term_value AS confirmed_value,
                           c.term_cut_off AS confirmed_cut_off, CAST(c.term_stages AS text) AS confirmed_stages, c.verified,
                           c.source, c.confirmed_by, c.confirmed_at,
                           (SELECT CAST(json_strip_nulls(json_agg(json_build_object(
                                           'unit', b.term_unit, 'value', b.term_value, 'cutOff', b.term_cut_off,
                                           'stages', b.term_stages) ORDER BY b.id DESC)) AS text)
                              FROM term_confirmation b
                             WHERE b.procedure_version = v.procedure_version
                               AND b.channel = v.channel
                               AND b.case_code = v.case_code
                               AND b.id < c.id) AS confirmed_before
                      FROM procedure_variant v
                      LEFT JOIN LATERAL (
                           SELECT id, term_unit, term_value, term_cut_off, term_stages, verified, source, confirmed_by, confirmed_at
                             FROM term_confirmation
                            WHERE procedure_version = v.procedure_version
                              AND channel = v.channel
                              AND case_code = v.case_code
                            ORDER BY id DESC
                            LIMIT 1) c ON true
                     WHERE (v.procedure_version, v.channel, v.case_code) > (:version, :channel, :case)
                     ORDER BY v.procedure_version, v.channel, v.case_code
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
                           finance_policy, max_supplements, window_unit, window_value, due_precision, first_day, closes_itself,
                           ministry, decision, portal_url, levels, agencies, retention_class, papers, account_level, authentication_level
                      FROM procedure_version
                     WHERE id > :last
                     ORDER BY id
                     LIMIT :page
                    """)
                        .bind("last", last.map(ProcedureVersion::id).orElse(0))
                        .bind("page", Kept.PAGE),
                row -> VersionRow.of(row, variants, deciders));
    }
}
