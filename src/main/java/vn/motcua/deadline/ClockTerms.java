package vn.motcua.deadline;

import java.util.Optional;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.Term;

/**
 * What the clocks of a dossier count, and in whose working time.
 *
 * @param processing empty while nobody confirmed it
 * @param receiving of the desk that took it in
 * @param competent of the agency that decides it
 */
public record ClockTerms(Optional<Term> processing, ClockPolicy policy, WorkingTime receiving, WorkingTime competent) {}
