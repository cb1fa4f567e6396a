package vn.motcua.deadline.web;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.contract.AnyTermDto;
import vn.motcua.contract.DeadlineCalculationDto;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.procedure.web.TermFields;

/** What the contract's schema cannot say: which fields of a calculation belong together. */
final class CalculationFields {

    private static final int LAST_YEAR = 9999;

    private final List<FieldError> errors = new ArrayList<>();

    private CalculationFields() {}

    /** The same calculation, or every field of it that does not fit, at once. */
    static DeadlineCalculationDto checked(DeadlineCalculationDto asked) {
        CalculationFields fields = new CalculationFields();
        fields.check(asked);
        if (!fields.errors.isEmpty()) {
            throw Problem.fields(fields.errors);
        }
        return asked;
    }

    private void check(DeadlineCalculationDto asked) {
        AnyTermDto term = asked.getTerm();
        boolean byProcedure = asked.getProcedureCode() != null;
        refuse(Math.abs(asked.getReceivedAt().getYear()) > LAST_YEAR, "/receivedAt", "invalid-date");
        refuse(term == null && !byProcedure, "/term", "missing-field");
        refuse(term != null && byProcedure, "/procedureCode", "conflicting-fields");
        refuse(byProcedure && asked.getChannel() == null, "/channel", "missing-field");
        refuse(!byProcedure && asked.getChannel() != null, "/channel", "conflicting-fields");
        refuse(!byProcedure && asked.getCase() != null, "/case", "conflicting-fields");
        refuse(asked.getSchedule() != null && asked.getAgency() != null, "/agency", "conflicting-fields");
        if (term != null) {
            errors.addAll(TermFields.faults(term, "/term"));
        }
    }

    private void refuse(boolean wrong, String pointer, String code) {
        if (wrong) {
            errors.add(new FieldError(pointer, code));
        }
    }
}
