package vn.motcua.territory;

import java.util.List;
import java.util.stream.Stream;

/**
 * A unit that holds ground or people of another, and what happened on the way from the one to the other.
 *
 * @param unit the successor or predecessor
 * @param changes one for each step between the two, oldest first; empty for the unit itself
 */
public record Descent(AdministrativeUnit unit, List<Succession.Kind> changes) {

    public Descent {
        changes = List.copyOf(changes);
    }

    static Descent itself(AdministrativeUnit unit) {
        return new Descent(unit, List.of());
    }

    Descent later(Descent next) {
        return new Descent(next.unit, joined(changes, next.changes));
    }

    Descent earlier(Descent before) {
        return new Descent(before.unit, joined(before.changes, changes));
    }

    private static List<Succession.Kind> joined(List<Succession.Kind> first, List<Succession.Kind> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
