package vn.motcua.procedure.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Provenance;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.Variant;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

/** A row of {@code procedure_version}, with what hangs on it. */
final class VersionRow {

    private VersionRow() {}

    static ProcedureVersion of(
            Readable row, Map<Integer, List<Variant>> variants, Map<Integer, List<Decider>> deciders) {
        int id = required(row, "id", Integer.class);
        return new ProcedureVersion(
                id,
                new ProcedureCode(required(row, "code", String.class)),
                required(row, "name", String.class),
                required(row, "sector", String.class),
                required(row, "effective_from", LocalDate.class),
                optional(row, "effective_to", LocalDate.class),
                deciders.getOrDefault(id, List.of()),
                policy(row),
                variants.getOrDefault(id, List.of()),
                provenance(row),
                optional(row, "retention_class", String.class),
                optional(row, "papers", String.class).map(VersionRow::papers),
                new LeastAssurance(
                        optional(row, "account_level", Integer.class).orElse(0),
                        optional(row, "authentication_level", Integer.class).orElse(0)));
    }

    private static Provenance provenance(Readable row) {
        return new Provenance(
                optional(row, "ministry", String.class),
                required(row, "decision", String.class),
                optional(row, "portal_url", String.class),
                Arrays.stream(required(row, "levels", String[].class))
                        .map(Level::valueOf)
                        .toList(),
                optional(row, "agencies", String.class));
    }

    private static List<String> papers(String array) {
        return JsonMapper.shared()
                .readTree(array)
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static ClockPolicy policy(Readable row) {
        return new ClockPolicy(
                ClockPolicy.StartEvent.valueOf(required(row, "start_event", String.class)),
                ClockPolicy.Effect.valueOf(required(row, "supplement_policy", String.class)),
                ClockPolicy.Effect.valueOf(required(row, "finance_policy", String.class)),
                required(row, "max_supplements", Integer.class),
                optional(row, "window_unit", String.class)
                        .map(unit -> window(unit, required(row, "window_value", Integer.class))),
                ClockPolicy.Precision.valueOf(required(row, "due_precision", String.class)),
                FirstDay.valueOf(required(row, "first_day", String.class)),
                required(row, "closes_itself", Boolean.class));
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
