package vn.motcua.identity.application;

import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Assignment;
import vn.motcua.identity.Assignment.Placement;
import vn.motcua.identity.Assignment.Word;
import vn.motcua.identity.StaffRegister;
import vn.motcua.platform.Snapshot;

/** Where assignments of staff are kept. Added to and ended, never rewritten. */
public interface Assignments {

    /** All of them, kept at hand. */
    Mono<Snapshot<StaffRegister>> register();

    /** Those with greater numbers, in their order; at most {@code limit}. */
    Mono<List<Assignment>> list(int after, int limit);

    /** Where no agency, or no unit on the first day, has the name; empty when there is none to be missed. */
    Mono<Outcome.UnknownPlace> unknown(Placement placement);

    /**
     * Adds one to the state that was seen.
     *
     * @param seen the number of the state on which it was decided
     */
    Mono<Outcome> add(Placement placement, Word said, long seen);

    /** Says the last day of one, as {@link #add}; every word that was said of it is kept. */
    Mono<Outcome> end(int id, LocalDate lastDay, Word said, long seen);

    /** What became of it. */
    sealed interface Outcome {

        /** It is kept. */
        record Kept(Assignment assignment) implements Outcome {}

        /** No agency, or no unit on the first day, has the name. */
        record UnknownPlace(boolean isAgency) implements Outcome {}

        /** Somebody changed assignments since they were seen. */
        record Changed() implements Outcome {}
    }
}
