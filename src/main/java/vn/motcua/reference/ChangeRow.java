package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.territory.Level;
import vn.motcua.territory.UnitKind;

/** A unit that changed its name or kind while it kept its code and ground. */
record ChangeRow(
        Line line,
        LocalDate day,
        String code,
        String oldName,
        String newName,
        UnitKind oldKind,
        UnitKind newKind,
        String legalBasis) {

    private static final Pattern ARROW = Pattern.compile("->");

    static ChangeRow of(Line line) {
        List<String> kinds = List.of(ARROW.split(line.required("change"), -1));
        String code = line.code("code", UnitRow.CODE);
        if (kinds.size() != 2 || !UnitRow.KINDS.keySet().containsAll(kinds)) {
            throw line.bad(Reason.UNKNOWN_VALUE, "change");
        }
        Level level = UnitRow.levelOf(code);
        if (!UnitRow.fits(kinds.getFirst(), level) || !UnitRow.fits(kinds.getLast(), level)) {
            throw line.bad(Reason.KIND_DOES_NOT_FIT, code);
        }
        return new ChangeRow(
                line,
                line.day("effective_date"),
                code,
                line.required("old_name"),
                line.required("new_name"),
                UnitRow.KINDS.get(kinds.getFirst()),
                UnitRow.KINDS.get(kinds.getLast()),
                line.required("legal_basis"));
    }
}
