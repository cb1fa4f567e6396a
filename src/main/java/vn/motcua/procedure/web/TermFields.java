package vn.motcua.procedure.web;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.contract.AnyTermDto;
import vn.motcua.contract.AnyTermUnitDto;
import vn.motcua.contract.TermDto;
import vn.motcua.contract.TermOrNoneDto;
import vn.motcua.contract.TermStageDto;
import vn.motcua.contract.TermUnitDto;
import vn.motcua.platform.web.FieldError;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermParts;

/** Terms in the contract's words. */
public final class TermFields {

    private final List<FieldError> faults = new ArrayList<>();

    private TermFields() {}

    /** What the contract's schema cannot say: which members belong together, and that stages have names of their own. */
    public static List<FieldError> faults(AnyTermDto term, String pointer) {
        TermFields fields = new TermFields();
        fields.check(term, pointer);
        return fields.faults;
    }

    private void check(AnyTermDto term, String pointer) {
        List<TermStageDto> stages = stages(term);
        if (term.getUnit() != AnyTermUnitDto.STAGES) {
            check(plain(term), pointer);
            refuse(!stages.isEmpty(), pointer + "/stages", "conflicting-fields");
            return;
        }
        refuse(stages.isEmpty(), pointer + "/stages", "missing-field");
        refuse(term.getValue() != null, pointer + "/value", "conflicting-fields");
        refuse(term.getCutOff() != null, pointer + "/cutOff", "conflicting-fields");
        Set<String> names = new HashSet<>();
        for (int at = 0; at < stages.size(); at++) {
            String name = name(stages.get(at));
            refuse(name.isEmpty(), pointer + "/stages/" + at + "/name", "too-short");
            refuse(!name.isEmpty() && !names.add(name), pointer + "/stages/" + at + "/name", "stage-named-twice");
            check(stages.get(at).getTerm(), pointer + "/stages/" + at + "/term");
        }
    }

    private void check(TermDto term, String pointer) {
        boolean sameDay = term.getUnit() == TermUnitDto.SAME_DAY;
        boolean counted = !sameDay && term.getUnit() != TermUnitDto.IMMEDIATE;
        refuse(counted && term.getValue() == null, pointer + "/value", "missing-field");
        refuse(!counted && term.getValue() != null, pointer + "/value", "conflicting-fields");
        refuse(sameDay && term.getCutOff() == null, pointer + "/cutOff", "missing-field");
        refuse(!sameDay && term.getCutOff() != null, pointer + "/cutOff", "conflicting-fields");
    }

    private void refuse(boolean wrong, String pointer, String code) {
        if (wrong) {
            faults.add(new FieldError(pointer, code));
        }
    }

    /** The term that is meant by members without {@link #faults}. */
    public static Term toTerm(AnyTermDto term) {
        return term.getUnit() == AnyTermUnitDto.STAGES
                ? new Term.Composite(stages(term).stream()
                        .map(stage -> new Term.Stage(name(stage), toTerm(stage.getTerm())))
                        .toList())
                : toTerm(plain(term));
    }

    private static Term toTerm(TermDto term) {
        return new TermParts(
                        term.getUnit().name(),
                        Optional.ofNullable(term.getValue()),
                        Optional.ofNullable(term.getCutOff()).map(LocalTime::parse),
                        List.of())
                .term();
    }

    private static TermDto plain(AnyTermDto term) {
        return new TermDto(TermUnitDto.valueOf(requireNonNull(term.getUnit()).name()))
                .value(term.getValue())
                .cutOff(term.getCutOff());
    }

    private static List<TermStageDto> stages(AnyTermDto term) {
        return requireNonNullElse(term.getStages(), List.of());
    }

    /** As people see it: names that look the same are the same. */
    private static String name(TermStageDto stage) {
        return Normalizer.normalize(stage.getName(), Normalizer.Form.NFC).strip();
    }

    static TermOrNoneDto toDto(Term term) {
        TermParts parts = TermParts.of(term);
        return new TermOrNoneDto(
                        AnyTermUnitDto.valueOf(parts.unit()),
                        parts.stages().stream().map(TermFields::toDto).toList())
                .value(parts.value().orElse(null))
                .cutOff(parts.cutOff().map(LocalTime::toString).orElse(null));
    }

    private static TermStageDto toDto(Term.Stage stage) {
        TermParts parts = TermParts.of(stage.term());
        return new TermStageDto(
                stage.name(),
                new TermDto(TermUnitDto.valueOf(parts.unit()))
                        .value(parts.value().orElse(null))
                        .cutOff(parts.cutOff().map(LocalTime::toString).orElse(null)));
    }
}
