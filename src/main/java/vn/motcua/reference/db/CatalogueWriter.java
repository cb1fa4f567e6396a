package vn.motcua.reference.db;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.TermParts;
import vn.motcua.procedure.Variant;
import vn.motcua.reference.CatalogueChanges;
import vn.motcua.reference.CatalogueChanges.NewVersion;
import vn.motcua.territory.Decider;

/** Adds procedure versions with all that hangs on them, and ends those that they replace. */
final class CatalogueWriter {

    private record Of<T>(int version, T value) {}

    private final Batches batches;
    private final CatalogueChanges changes;

    CatalogueWriter(Statements statements, CatalogueChanges changes) {
        this.batches = new Batches(statements);
        this.changes = changes;
    }

    /** What ends comes first, since only one version of a code may be open. */
    Mono<Void> write() {
        return ends().then(Mono.defer(this::versions))
                .then(Mono.defer(this::deciders))
                .then(Mono.defer(this::variants))
                .then(Mono.defer(this::confirmations));
    }

    private Mono<Void> ends() {
        return batches.run(
                """
                UPDATE procedure_version v
                   SET effective_to = r.effective_to
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (id integer, effective_to date)
                 WHERE v.id = r.id
                   AND v.effective_to IS NULL
                RETURNING 1
                """,
                changes.ends(),
                end -> new Columns()
                        .with("id", end.version())
                        .with("effective_to", end.effectiveTo())
                        .map());
    }

    private Mono<Void> versions() {
        return batches.run("""
            INSERT INTO procedure_version (
                   id, code, name, sector, effective_from, effective_to, start_event, supplement_policy, finance_policy,
                   max_supplements, window_unit, window_value, due_precision, first_day, closes_itself, ministry, decision,
                   portal_url, levels, agencies, retention_class, papers, account_level, authentication_level, source)
            SELECT id, code, name, sector, effective_from, effective_to, start_event, supplement_policy, finance_policy,
                   max_supplements, window_unit, window_value, due_precision, first_day, closes_itself, ministry, decision,
                   portal_url, ARRAY(SELECT json_array_elements_text(levels)), agencies, retention_class, papers,
                   nullif(account_level, 0), nullif(authentication_level, 0), source
              FROM json_to_recordset(CAST(:rows AS json)) AS r (
                   id integer, code text, name text, sector text, effective_from date, effective_to date,
                   start_event text, supplement_policy text, finance_policy text, max_supplements smallint,
                   window_unit text, window_value integer, due_precision text, first_day text, closes_itself boolean,
                   ministry text, decision text, portal_url text, levels json, agencies text, retention_class text, papers text, account_level smallint,
                   authentication_level smallint, source text)
            RETURNING 1
            """, changes.versions(), CatalogueWriter::version);
    }

    private static Map<String, Object> version(NewVersion added) {
        ProcedureVersion version = added.version();
        ClockPolicy policy = version.policy();
        return term(
                        new Columns()
                                .with("id", version.id())
                                .with("code", version.code().value())
                                .with("name", version.name())
                                .with("sector", version.sector())
                                .with("effective_from", version.effectiveFrom())
                                .with("effective_to", version.effectiveTo())
                                .with("start_event", policy.startEvent())
                                .with("supplement_policy", policy.supplement())
                                .with("finance_policy", policy.finance())
                                .with("max_supplements", policy.maxSupplements())
                                .with("due_precision", policy.precision())
                                .with("first_day", policy.firstDay())
                                .with("closes_itself", policy.closesItself())
                                .with("ministry", version.provenance().ministry())
                                .with("decision", version.provenance().decision())
                                .with("portal_url", version.provenance().portalUrl())
                                .with("levels", version.provenance().levels())
                                .with("agencies", version.provenance().agencies())
                                .with("retention_class", version.retentionClass())
                                .with("papers", version.papers().map(JsonMapper.shared()::writeValueAsString))
                                .with("account_level", version.least().accountLevel())
                                .with("authentication_level", version.least().authenticationLevel())
                                .with("source", added.source()),
                        "window_",
                        policy.window())
                .map();
    }

    private Mono<Void> deciders() {
        return batches.run("""
            INSERT INTO procedure_decider (procedure_version, level, kind, agency_id)
            SELECT procedure_version, level, kind, agency_id
              FROM json_to_recordset(CAST(:rows AS json)) AS r (
                   procedure_version integer, level text, kind text, agency_id integer)
            RETURNING 1
            """, each(ProcedureVersion::deciders), of -> decider(of.version(), of.value()));
    }

    private static Map<String, Object> decider(int version, Decider decider) {
        return new Columns()
                .with("procedure_version", version)
                .with("level", decider.level())
                .with("kind", decider.kind())
                .with("agency_id", decider.agency())
                .map();
    }

    private Mono<Void> variants() {
        return batches.run("""
            INSERT INTO procedure_variant (
                   procedure_version, channel, case_code, case_name, listing, shown_value, shown_unit, term_unit,
                   term_value, term_cut_off, term_stages, term_source, fee_vnd, fee_shown, fee_suspect, payment_moment)
            SELECT r.procedure_version, r.channel, r.case_code, r.case_name, r.listing, r.shown_value, r.shown_unit,
                   r.term_unit, r.term_value, r.term_cut_off, r.term_stages,
                   CASE WHEN r.term_unit IS NOT NULL THEN v.source END, r.fee_vnd, r.fee_shown, r.fee_suspect, r.payment_moment
              FROM json_to_recordset(CAST(:rows AS json)) AS r (
                   procedure_version integer, channel text, case_code text, case_name text, listing text,
                   shown_value text, shown_unit text, term_unit text, term_value integer, term_cut_off time,
                   term_stages jsonb, fee_vnd bigint, fee_shown text, fee_suspect boolean, payment_moment text)
              JOIN procedure_version v ON v.id = r.procedure_version
            RETURNING 1
            """, each(ProcedureVersion::variants), of -> variant(of.version(), of.value()));
    }

    private static Map<String, Object> variant(int version, Variant variant) {
        return term(
                        key(version, variant)
                                .with("case_name", variant.caseName())
                                .with("listing", variant.listing())
                                .with("shown_value", variant.shown().value())
                                .with("shown_unit", variant.shown().unit())
                                .with("fee_vnd", variant.fee().dong())
                                .with("fee_shown", variant.fee().shown())
                                .with("fee_suspect", variant.fee().suspect())
                                .with("payment_moment", variant.fee().paid()),
                        "term_",
                        variant.published())
                .map();
    }

    /** What people confirmed of a variant that goes on goes on too. */
    private Mono<Void> confirmations() {
        return batches.run(
                """
                INSERT INTO term_confirmation (
                       procedure_version, channel, case_code, term_unit, term_value, term_cut_off, term_stages,
                       verified, source, confirmed_by, confirmed_at)
                SELECT procedure_version, channel, case_code, term_unit, term_value, term_cut_off, term_stages,
                       verified, source, confirmed_by, confirmed_at
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (
                       procedure_version integer, channel text, case_code text, term_unit text, term_value integer,
                       term_cut_off time, term_stages jsonb, verified boolean, source text, confirmed_by text, confirmed_at timestamptz)
                RETURNING 1
                """,
                each(version -> version.variants().stream()
                        .filter(variant -> variant.confirmation().isPresent())
                        .toList()),
                of -> confirmation(of.version(), of.value()));
    }

    private static Map<String, Object> confirmation(int version, Variant variant) {
        TermConfirmation word = variant.confirmation().orElseThrow();
        return term(
                        key(version, variant)
                                .with("verified", word.verified())
                                .with("source", word.source())
                                .with("confirmed_by", word.confirmedBy())
                                .with("confirmed_at", word.confirmedAt()),
                        "term_",
                        Optional.of(word.term()))
                .map();
    }

    private static Columns key(int version, Variant variant) {
        return new Columns()
                .with("procedure_version", version)
                .with("channel", variant.channel())
                .with("case_code", variant.caseCode());
    }

    private <T> List<Of<T>> each(Function<ProcedureVersion, List<T>> parts) {
        return changes.versions().stream()
                .map(NewVersion::version)
                .flatMap(version -> parts.apply(version).stream().map(part -> new Of<>(version.id(), part)))
                .toList();
    }

    private static Columns term(Columns row, String prefix, Optional<Term> term) {
        Optional<TermParts> parts = term.map(TermParts::of);
        return row.with(prefix + "unit", parts.map(TermParts::unit))
                .with(prefix + "value", parts.flatMap(TermParts::value))
                .with(prefix + "cut_off", parts.flatMap(TermParts::cutOff))
                .with(prefix + "stages", parts.flatMap(TermParts::members));
    }
}
