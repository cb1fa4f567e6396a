package vn.motcua.deadline.web;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.contract.CalculatedTermDto;
import vn.motcua.contract.CalculatedTermDto.UnitEnum;
import vn.motcua.contract.TermDto;
import vn.motcua.contract.TermStageDto;
import vn.motcua.contract.TermUnitDto;
import vn.motcua.platform.web.FieldError;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.web.TermFields;

/** Terms that may have stages, in the contract's words. */
final class CalculatedTerms {

    private CalculatedTerms() {}

    /** What the contract's schema cannot say: which members belong together. */
    static List<FieldError> faults(CalculatedTermDto term, String pointer) {
        if (term.getUnit() != UnitEnum.STAGES) {
            List<FieldError> faults = new ArrayList<>(TermFields.faults(plain(term), pointer));
            refuse(!stages(term).isEmpty(), pointer + "/stages", "conflicting-fields", faults);
            return faults;
        }
        List<FieldError> faults = new ArrayList<>();
        refuse(stages(term).isEmpty(), pointer + "/stages", "missing-field", faults);
        refuse(term.getValue() != null, pointer + "/value", "conflicting-fields", faults);
        refuse(term.getCutOff() != null, pointer + "/cutOff", "conflicting-fields", faults);
        for (int at = 0; at < stages(term).size(); at++) {
            faults.addAll(TermFields.faults(stages(term).get(at).getTerm(), pointer + "/stages/" + at + "/term"));
        }
        return faults;
    }

    private static void refuse(boolean wrong, String pointer, String code, List<FieldError> faults) {
        if (wrong) {
            faults.add(new FieldError(pointer, code));
        }
    }

    /** The term that is meant by members without {@link #faults}. */
    static Term toTerm(CalculatedTermDto term) {
        return term.getUnit() == UnitEnum.STAGES
                ? new Term.Composite(stages(term).stream()
                        .map(stage -> new Term.Stage(stage.getName(), TermFields.toTerm(stage.getTerm())))
                        .toList())
                : TermFields.toTerm(plain(term));
    }

    private static List<TermStageDto> stages(CalculatedTermDto term) {
        List<TermStageDto> stages = term.getStages();
        return stages == null ? List.of() : stages;
    }

    private static TermDto plain(CalculatedTermDto term) {
        return new TermDto(TermUnitDto.valueOf(requireNonNull(term.getUnit()).name()))
                .value(term.getValue())
                .cutOff(term.getCutOff());
    }
}
