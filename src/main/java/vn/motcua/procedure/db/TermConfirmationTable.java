package vn.motcua.procedure.db;

import static vn.motcua.platform.db.Rows.required;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.ReferenceVersions;
import vn.motcua.platform.db.Sql;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermParts;
import vn.motcua.procedure.Variant;
import vn.motcua.procedure.application.TermConfirmations;

/** Confirmations of terms, and first answers to them. */
@Component
class TermConfirmationTable implements TermConfirmations {

    private final Database db;
    private final ReferenceVersions versions;

    TermConfirmationTable(Database db, ReferenceVersions versions) {
        this.db = db;
        this.versions = versions;
    }

    /**
     * The number is raised first: whoever comes second waits here for the first, finds another number, and writes nothing.
     * Then the key is claimed.
     */
    @Override
    public Mono<Outcome> confirm(Act act) {
        return db.act(
                        Sql.of("""
                            WITH moved AS (
                                UPDATE reference_version
                                   SET version = version + 1
                                 WHERE capability = 'procedure'
                                   AND version = :seen
                                RETURNING version
                            ), input AS (
                                SELECT *
                                  FROM json_to_recordset(CAST(:input AS json)) AS i (
                                       procedure_version integer, channel text, case_code text, term_unit text,
                                       term_value integer, term_cut_off time, term_stages jsonb, verified boolean, source text,
                                       confirmed_by text, confirmed_at timestamptz, key text, request text, body text)
                            ), claimed AS (
                                INSERT INTO confirmation_answer (caller, key, request, body, created_at)
                                SELECT DISTINCT confirmed_by, key, request, body, confirmed_at
                                  FROM input
                                 WHERE key IS NOT NULL
                                   AND EXISTS (SELECT FROM moved)
                                    ON CONFLICT (caller, key) DO NOTHING
                                RETURNING key
                            ), passed AS (
                                SELECT *
                                  FROM input
                                 WHERE EXISTS (SELECT FROM moved)
                                   AND (key IS NULL OR EXISTS (SELECT FROM claimed))
                            ), confirmed AS (
                                INSERT INTO term_confirmation (procedure_version, channel, case_code, term_unit, term_value,
                                                               term_cut_off, term_stages, verified, source, confirmed_by, confirmed_at)
                                SELECT procedure_version, channel, case_code, term_unit, term_value, term_cut_off, term_stages,
                                       verified, source, confirmed_by, confirmed_at
                                  FROM passed
                            )
                            SELECT CASE
                                       WHEN NOT EXISTS (SELECT FROM moved) THEN 'CATALOGUE_CHANGED'
                                       WHEN NOT EXISTS (SELECT FROM passed) THEN 'KEY_TAKEN'
                                       ELSE 'KEPT'
                                   END AS outcome
                            """).bind("input", input(act)).bind("seen", act.seen()),
                        row -> Outcome.valueOf(required(row, "outcome", String.class)))
                .flatMap(outcomes -> versions.look().thenReturn(outcomes.getFirst()));
    }

    @Override
    public Mono<Optional<StoredAnswer>> answered(String caller, String key) {
        return db.read(
                        Sql.of("""
                            SELECT request, body FROM confirmation_answer WHERE caller = :caller AND key = :key
                            """).bind("caller", caller).bind("key", key),
                        row -> new StoredAnswer(
                                required(row, "request", String.class), required(row, "body", String.class)))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Mono<Integer> forgetAnswersBefore(Instant moment) {
        return db.job(statements -> statements
                .run(Sql.of("""
                    DELETE FROM confirmation_answer WHERE created_at < :moment RETURNING key
                    """).bind("moment", moment), row -> required(row, "key", String.class))
                .map(List::size));
    }

    private static String input(Act act) {
        return JsonMapper.shared()
                .writeValueAsString(act.variants().stream()
                        .map(variant -> row(act, variant))
                        .toList());
    }

    private static Map<String, Object> row(Act act, Variant variant) {
        Map<String, Object> row = new HashMap<>();
        row.put("procedure_version", act.procedure().id());
        row.put("channel", variant.channel().name());
        row.put("case_code", variant.caseCode());
        term(act.word().term(), row);
        row.put("verified", act.word().verified());
        row.put("source", act.word().source());
        row.put("confirmed_by", act.word().confirmedBy());
        row.put("confirmed_at", act.word().confirmedAt().toString());
        act.request().key().ifPresent(key -> row.put("key", key));
        row.put("request", act.request().fingerprint());
        row.put("body", act.body());
        return row;
    }

    private static void term(Term term, Map<String, Object> row) {
        TermParts parts = TermParts.of(term);
        row.put("term_unit", parts.unit());
        parts.value().ifPresent(value -> row.put("term_value", value));
        parts.cutOff().ifPresent(cutOff -> row.put("term_cut_off", cutOff.toString()));
        parts.members().ifPresent(stages -> row.put("term_stages", stages));
    }
}
