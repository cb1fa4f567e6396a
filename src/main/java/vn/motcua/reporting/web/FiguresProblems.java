package vn.motcua.reporting.web;

import java.util.List;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.application.FiguresRefused;
import vn.motcua.reporting.application.FiguresRefused.Reason;
import vn.motcua.territory.AdministrativeUnit;

/** Every way a question can be refused, as a problem. */
final class FiguresProblems {

    private FiguresProblems() {}

    static Problem of(FiguresRefused refused) {
        return switch (refused.reason()) {
            case Reason.Faulty(List<QuestionFault> faults) -> faulty(faults);
            case Reason.ByReach(Reach.Never _) -> new Problem(ProblemType.FORBIDDEN);
            case Reason.ByReach(Reach.Outside _) -> new Problem(ProblemType.NOT_FOUND);
            case Reason.ByReach(Reach.NoSuchUnit(boolean everKnown)) ->
                new Problem(everKnown ? ProblemType.UNIT_NOT_IN_FORCE : ProblemType.UNKNOWN_UNIT);
            case Reason.NotInForce(List<AdministrativeUnit> heirs) ->
                new Problem(ProblemType.UNIT_NOT_IN_FORCE)
                        .choices(heirs.stream()
                                .map(heir -> heir.code() + " " + heir.name())
                                .toList());
            case Reason.TooManyCells(long cells) -> new Problem(ProblemType.TOO_MANY_CELLS).with("cells", cells);
            case Reason.SignInNeeded _ -> new Problem(ProblemType.UNAUTHENTICATED);
        };
    }

    /** All wrong parameters at once; the detail names the first. */
    static Problem faulty(List<QuestionFault> faults) {
        return Problem.parameters(faults.stream()
                .map(fault -> new FieldError("/" + fault.parameter(), fault.code()))
                .toList());
    }
}
