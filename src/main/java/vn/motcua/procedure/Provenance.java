package vn.motcua.procedure;

import java.util.List;
import java.util.Optional;
import vn.motcua.territory.Level;

/**
 * Where a procedure version comes from.
 *
 * @param ministry the ministry that answers for it
 * @param decision the ministry's decision that publishes it
 * @param portalUrl its page at the national portal
 * @param levels the levels that the page names, highest first; empty when it names offices outside them, such as notaries
 * @param agencies who carries it out, in the page's words
 */
public record Provenance(
        Optional<String> ministry,
        String decision,
        Optional<String> portalUrl,
        List<Level> levels,
        Optional<String> agencies) {

    public Provenance {
        levels = levels.stream().distinct().sorted().toList();
    }

    /** True when both pages say the same about who decides. */
    boolean namesTheSameDeciders(Provenance other) {
        return levels.equals(other.levels) && agencies.equals(other.agencies);
    }
}
