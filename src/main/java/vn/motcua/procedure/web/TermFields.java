package vn.motcua.procedure.web;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.contract.TermDto;
import vn.motcua.contract.TermOrNoneDto;
import vn.motcua.contract.TermUnitDto;
import vn.motcua.platform.web.FieldError;
import vn.motcua.procedure.Term;

/** Terms in the contract's words. */
public final class TermFields {

    private TermFields() {}

    /** What the contract's schema cannot say: which members belong together. */
    public static List<FieldError> faults(TermDto term, String pointer) {
        boolean sameDay = term.getUnit() == TermUnitDto.SAME_DAY;
        boolean counted = !sameDay && term.getUnit() != TermUnitDto.IMMEDIATE;
        List<FieldError> faults = new ArrayList<>();
        refuse(counted && term.getValue() == null, pointer + "/value", "missing-field", faults);
        refuse(!counted && term.getValue() != null, pointer + "/value", "conflicting-fields", faults);
        refuse(sameDay && term.getCutOff() == null, pointer + "/cutOff", "missing-field", faults);
        refuse(!sameDay && term.getCutOff() != null, pointer + "/cutOff", "conflicting-fields", faults);
        return faults;
    }

    private static void refuse(boolean wrong, String pointer, String code, List<FieldError> faults) {
        if (wrong) {
            faults.add(new FieldError(pointer, code));
        }
    }

    /** The term that is meant by members without {@link #faults}. */
    public static Term toTerm(TermDto term) {
        return switch (term.getUnit()) {
            case WORKING_DAY -> new Term.WorkingDays(valueOf(term));
            case WORKING_HOUR -> new Term.WorkingHours(valueOf(term));
            case CALENDAR_DAY -> new Term.CalendarDays(valueOf(term));
            case CLOCK_HOUR -> new Term.ClockHours(valueOf(term));
            case MONTH -> new Term.Months(valueOf(term));
            case SAME_DAY -> new Term.SameDay(LocalTime.parse(requireNonNull(term.getCutOff())));
            case IMMEDIATE -> new Term.Immediate();
        };
    }

    static TermOrNoneDto toDto(Term term) {
        return switch (term) {
            case Term.WorkingDays(int days) -> new TermOrNoneDto(TermUnitDto.WORKING_DAY).value(days);
            case Term.WorkingHours(int hours) -> new TermOrNoneDto(TermUnitDto.WORKING_HOUR).value(hours);
            case Term.CalendarDays(int days) -> new TermOrNoneDto(TermUnitDto.CALENDAR_DAY).value(days);
            case Term.ClockHours(int hours) -> new TermOrNoneDto(TermUnitDto.CLOCK_HOUR).value(hours);
            case Term.Months(int months) -> new TermOrNoneDto(TermUnitDto.MONTH).value(months);
            case Term.SameDay(LocalTime cutOff) -> new TermOrNoneDto(TermUnitDto.SAME_DAY).cutOff(cutOff.toString());
            case Term.Immediate() -> new TermOrNoneDto(TermUnitDto.IMMEDIATE);
            case Term.Composite _ -> throw new IllegalStateException("The catalogue keeps no term in stages");
        };
    }

    private static int valueOf(TermDto term) {
        return requireNonNull(term.getValue());
    }
}
