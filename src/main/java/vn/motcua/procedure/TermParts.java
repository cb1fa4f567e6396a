package vn.motcua.procedure;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A term taken apart, as tables keep it.
 *
 * @param unit what is counted, or how it is answered; {@code STAGES} where it has stages
 * @param value how many of a unit that is counted
 * @param cutOff with {@code SAME_DAY} only
 * @param stages with {@code STAGES} only, in their order
 */
public record TermParts(String unit, Optional<Integer> value, Optional<LocalTime> cutOff, List<Term.Stage> stages) {

    public TermParts {
        stages = List.copyOf(stages);
    }

    /** The parts of a term. */
    public static TermParts of(Term term) {
        return switch (term) {
            case Term.WorkingDays(int days) -> counted("WORKING_DAY", days);
            case Term.WorkingHours(int hours) -> counted("WORKING_HOUR", hours);
            case Term.CalendarDays(int days) -> counted("CALENDAR_DAY", days);
            case Term.ClockHours(int hours) -> counted("CLOCK_HOUR", hours);
            case Term.Months(int months) -> counted("MONTH", months);
            case Term.SameDay(LocalTime cutOff) ->
                new TermParts("SAME_DAY", Optional.empty(), Optional.of(cutOff), List.of());
            case Term.Immediate() -> new TermParts("IMMEDIATE", Optional.empty(), Optional.empty(), List.of());
            case Term.Composite(List<Term.Stage> stages) ->
                new TermParts("STAGES", Optional.empty(), Optional.empty(), stages);
        };
    }

    private static TermParts counted(String unit, int value) {
        return new TermParts(unit, Optional.of(value), Optional.empty(), List.of());
    }

    /** The whole of them; fails where something that belongs to the unit is missing. */
    public Term term() {
        return switch (unit) {
            case "WORKING_DAY" -> new Term.WorkingDays(value.orElseThrow());
            case "WORKING_HOUR" -> new Term.WorkingHours(value.orElseThrow());
            case "CALENDAR_DAY" -> new Term.CalendarDays(value.orElseThrow());
            case "CLOCK_HOUR" -> new Term.ClockHours(value.orElseThrow());
            case "MONTH" -> new Term.Months(value.orElseThrow());
            case "SAME_DAY" -> new Term.SameDay(cutOff.orElseThrow());
            case "IMMEDIATE" -> new Term.Immediate();
            case "STAGES" -> new Term.Composite(stages);
            default -> throw new IllegalStateException("A table knows a unit of time that the code does not: " + unit);
        };
    }

    /** The stages as members of JSON objects; empty for a term that has none. */
    public Optional<List<Map<String, Object>>> members() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.stream().map(TermParts::members).toList());
    }

    private static Map<String, Object> members(Term.Stage stage) {
        TermParts parts = of(stage.term());
        Map<String, Object> members = new HashMap<>();
        members.put("name", stage.name());
        members.put("unit", parts.unit());
        parts.value().ifPresent(value -> members.put("value", value));
        parts.cutOff().ifPresent(cutOff -> members.put("cutOff", cutOff.toString()));
        return members;
    }
}
