package vn.motcua.procedure.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Fee;
import vn.motcua.procedure.Listing;
import vn.motcua.procedure.ShownTerm;
import vn.motcua.procedure.ShownUnit;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.Variant;

/** A variant with the newest confirmation of its term, and the procedure version it belongs to. */
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
                        Listing.valueOf(required(row, "listing", String.class))));
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
        return optional(row, prefix + "unit", String.class).map(unit -> switch (unit) {
            case "WORKING_DAY" -> new Term.WorkingDays(value(row, prefix));
            case "WORKING_HOUR" -> new Term.WorkingHours(value(row, prefix));
            case "CALENDAR_DAY" -> new Term.CalendarDays(value(row, prefix));
            case "CLOCK_HOUR" -> new Term.ClockHours(value(row, prefix));
            case "MONTH" -> new Term.Months(value(row, prefix));
            case "SAME_DAY" -> new Term.SameDay(required(row, prefix + "cut_off", LocalTime.class));
            case "IMMEDIATE" -> new Term.Immediate();
            default ->
                throw new IllegalStateException("The table knows a unit of time that the code does not: " + unit);
        });
    }

    private static int value(Readable row, String prefix) {
        return required(row, prefix + "value", Integer.class);
    }
}
