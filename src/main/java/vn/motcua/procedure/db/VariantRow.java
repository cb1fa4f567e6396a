package vn.motcua.procedure.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Fee;
import vn.motcua.procedure.Listing;
import vn.motcua.procedure.ShownTerm;
import vn.motcua.procedure.ShownUnit;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.TermParts;
import vn.motcua.procedure.Variant;

/** A variant with the newest confirmation of its term and the terms of earlier ones, and the procedure version it belongs to. */
record VariantRow(int version, Variant variant) {

    static VariantRow of(Readable row) {
        return new VariantRow(
                required(row, "procedure_version", Integer.class),
                new Variant(
                        Channel.valueOf(required(row, "channel", String.class)),
                        required(row, "case_code", String.class),
                        required(row, "case_name", String.class),
                        new ShownTerm(
                                optional(row, "shown_value", String.class),
                                optional(row, "shown_unit", String.class).map(ShownUnit::valueOf)),
                        term(row, "term_"),
                        term(row, "confirmed_").map(term -> confirmation(term, row)),
                        fee(row),
                        Listing.valueOf(required(row, "listing", String.class)),
                        optional(row, "confirmed_before", String.class)
                                .map(VariantRow::terms)
                                .orElse(List.of())));
    }

    private static TermConfirmation confirmation(Term term, Readable row) {
        return new TermConfirmation(
                term,
                required(row, "verified", Boolean.class),
                required(row, "source", String.class),
                required(row, "confirmed_by", String.class),
                required(row, "confirmed_at", Instant.class));
    }

    private static Fee fee(Readable row) {
        return new Fee(
                optional(row, "fee_vnd", Long.class),
                optional(row, "fee_shown", String.class),
                required(row, "fee_suspect", Boolean.class),
                optional(row, "payment_moment", String.class).map(Fee.PaymentMoment::valueOf));
    }

    private static Optional<Term> term(Readable row, String prefix) {
        return optional(row, prefix + "unit", String.class)
                .map(unit -> new TermParts(
                                unit,
                                optional(row, prefix + "value", Integer.class),
                                optional(row, prefix + "cut_off", LocalTime.class),
                                optional(row, prefix + "stages", String.class)
                                        .map(VariantRow::stages)
                                        .orElse(List.of()))
                        .term());
    }

    private static List<Term.Stage> stages(String array) {
        return JsonMapper.shared()
                .readTree(array)
                .valueStream()
                .map(VariantRow::stage)
                .toList();
    }

    private static Term.Stage stage(JsonNode stage) {
        return new Term.Stage(stage.required("name").stringValue(), term(stage, List.of()));
    }

    private static List<Term> terms(String array) {
        return JsonMapper.shared()
                .readTree(array)
                .valueStream()
                .map(term -> term(
                        term,
                        term.path("stages").valueStream().map(VariantRow::stage).toList()))
                .toList();
    }

    private static Term term(JsonNode parts, List<Term.Stage> stages) {
        return new TermParts(
                        parts.required("unit").stringValue(),
                        parts.optional("value").map(JsonNode::intValue),
                        parts.optional("cutOff").map(JsonNode::stringValue).map(LocalTime::parse),
                        stages)
                .term();
    }
}
