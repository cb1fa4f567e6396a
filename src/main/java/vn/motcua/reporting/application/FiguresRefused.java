package vn.motcua.reporting.application;

import java.util.List;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.territory.AdministrativeUnit;

/** Figures that a caller cannot have, and why. */
public class FiguresRefused extends RuntimeException {

    private final transient Reason reason;

    FiguresRefused(Reason reason) {
        super(reason.getClass().getSimpleName(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public sealed interface Reason {

        /** Parameters that make no sense, all of them. */
        record Faulty(List<QuestionFault> faults) implements Reason {}

        /** The caller's reach does not hold what is asked. */
        record ByReach(Reach.Refused reach) implements Reason {}

        /** The unit is not in force in the period, or today; others may hold its ground. */
        record NotInForce(List<AdministrativeUnit> heirs) implements Reason {}

        /** The answer would read too much. */
        record TooManyCells(long cells) implements Reason {}

        /** Only for those who sign in. */
        record SignInNeeded() implements Reason {}
    }
}
