package vn.motcua.platform.db;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.platform.db.LeaseTable.Seen;

/**
 * How often in a row the beats of others were found unmoved. Looks are counted, not time, so that no two clocks need agree
 * and a stretch without looks says nothing about others.
 */
final class Silence {

    /** With a look every half second, a holder that died is followed after two to three seconds. */
    static final int LOOKS = 4;

    private final Map<String, Integer> unmoved = new HashMap<>();
    private final Map<String, Seen> last = new HashMap<>();

    /** Whether its holder is to be taken for gone, or gave it back. */
    boolean after(Seen seen) {
        Seen before = last.put(seen.name(), seen);
        int looks = seen.equals(before) ? unmoved.getOrDefault(seen.name(), 0) + 1 : 0;
        unmoved.put(seen.name(), looks);
        return seen.holder().isEmpty() || looks >= LOOKS;
    }

    /** A look failed: what was seen before it is no longer in a row with what comes. */
    void broken() {
        unmoved.clear();
        last.clear();
    }
}
