package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.territory.UnitKind;

/** A unit that changed its name or kind while it kept its code and ground. */
record ChangeRow(
        LinePlace place,
        LocalDate day,
        String code,
        String oldName,
        String newName,
        UnitKind oldKind,
        UnitKind newKind,
        String legalBasis) {

    private static final Pattern ARROW = Pattern.compile("->");

    static ChangeRow of(Line line) {
        String code = line.code("code", UnitRow.CODE);
        List<String> kinds = List.of(ARROW.split(line.required("change"), -1));
        if (kinds.size() != 2) {
            throw line.bad(Reason.UNKNOWN_VALUE, "change");
        }
        return new ChangeRow(
                line.place(),
                line.day("effective_date"),
                code,
                line.required("old_name"),
                line.required("new_name"),
                kind(line, code, kinds.getFirst()),
                kind(line, code, kinds.getLast()),
                line.required("legal_basis"));
    }

    private static UnitKind kind(Line line, String code, String word) {
        UnitKind kind = UnitRow.KINDS.get(word);
        if (kind == null) {
            throw line.bad(Reason.UNKNOWN_VALUE, "change");
        }
        if (!UnitRow.fits(word, UnitRow.levelOf(code))) {
            throw line.bad(Reason.KIND_DOES_NOT_FIT, code);
        }
        return kind;
    }
}
