package vn.motcua.procedure.db;

import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import vn.motcua.platform.db.Rows;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.Variant;

/** A variant and the procedure version it belongs to. */
record VariantRow(int version, Variant variant) {

    static VariantRow of(Readable row) {
        return new VariantRow(
                Rows.required(row, "procedure_version", Integer.class),
                new Variant(
                        Channel.valueOf(Rows.required(row, "channel", String.class)),
                        Rows.required(row, "case_code", String.class),
                        Rows.required(row, "case_name", String.class),
                        Rows.optional(row, "term_unit", String.class).map(unit -> term(unit, row)),
                        Rows.optional(row, "fee_vnd", Long.class)));
    }

    private static Term term(String unit, Readable row) {
        return switch (unit) {
            case "WORKING_DAY" -> new Term.WorkingDays(value(row));
            case "WORKING_HOUR" -> new Term.WorkingHours(value(row));
            case "CALENDAR_DAY" -> new Term.CalendarDays(value(row));
            case "CLOCK_HOUR" -> new Term.ClockHours(value(row));
            case "MONTH" -> new Term.Months(value(row));
            case "SAME_DAY" -> new Term.SameDay(Rows.required(row, "term_cut_off", LocalTime.class));
            case "IMMEDIATE" -> new Term.Immediate();
            default ->
                throw new IllegalStateException("The table knows a unit of time that the code does not: " + unit);
        };
    }

    private static int value(Readable row) {
        return Rows.required(row, "term_value", Integer.class);
    }
}
