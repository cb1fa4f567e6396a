package vn.motcua.deadline;

import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.Term;

/**
 * What the clocks of a dossier count, and in whose working time.
 *
 * @param processing empty while nobody confirmed it
 * @param stages of a term that has several, in their order; none for others
 * @param receiving of the desk that took it in
 * @param competent of the agency that decides it
 */
public record ClockTerms(
        Optional<Term> processing,
        List<Stage> stages,
        ClockPolicy policy,
        WorkingTime receiving,
        WorkingTime competent) {

    public ClockTerms {
        stages = List.copyOf(stages);
    }

    /** A part of a term, with a name of its own. */
    public record Stage(String name, Term term) {}
}
