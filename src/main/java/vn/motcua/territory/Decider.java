package vn.motcua.territory;

import java.util.Optional;

/**
 * Which agencies decide something: all of a level and kind, or one that the law names, as a ministry.
 *
 * @param agency the id of the one agency that is meant; empty when it follows from the place
 */
public record Decider(Level level, AgencyKind kind, Optional<Integer> agency) {

    public static Decider of(Level level, AgencyKind kind) {
        return new Decider(level, kind, Optional.empty());
    }

    /** True when the agency is one of these. */
    public boolean includes(Agency candidate) {
        return candidate.level() == level
                && candidate.kind() == kind
                && agency.map(id -> id == candidate.id()).orElse(true);
    }
}
