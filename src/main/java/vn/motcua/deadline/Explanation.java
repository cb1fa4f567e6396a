package vn.motcua.deadline;

import java.util.List;

/** What the clock answers when it has to say why. */
public sealed interface Explanation permits Explanation.Explained, OutsideCalendar {

    /** The steps in order; what they count sums to the term, to 0 for same-day and immediate terms. */
    record Explained(Deadline deadline, List<Step> steps) implements Explanation {
        public Explained {
            steps = List.copyOf(steps);
        }
    }
}
