package vn.motcua.reference;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the units that are, over others, their own parents. Looks at each unit once, however long the chains are. */
final class ParentCircles {

    private final Map<String, UnitRow> rows;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> circles = new HashSet<>();

    private ParentCircles(Map<String, UnitRow> rows) {
        this.rows = rows;
    }

    /** Codes of the units that stand in a circle; those that only lead into one are not among them. */
    static Set<String> of(Map<String, UnitRow> rows) {
        var parents = new ParentCircles(rows);
        rows.keySet().forEach(parents::follow);
        return parents.circles;
    }

    /** Upwards to a unit that was seen before; on this very way, it closes a circle. */
    private void follow(String from) {
        Set<String> way = new LinkedHashSet<>();
        Optional<String> at = Optional.of(from);
        while (at.filter(rows::containsKey).filter(seen::add).isPresent()) {
            way.add(at.get());
            at = Optional.ofNullable(rows.get(at.get())).flatMap(UnitRow::parent);
        }
        at.filter(way::contains)
                .ifPresent(entry ->
                        way.stream().dropWhile(code -> !code.equals(entry)).forEach(circles::add));
    }
}
