package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that is wrong with a filing, as it is found, and the choices that it leaves open. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();

    /** Notes a fault; what was looked for is not there. */
    <T> Optional<T> fault(String pointer, String code) {
        found.add(new Fault(pointer, code));
        return Optional.empty();
    }

    /** Notes a fault with what there is to choose from. */
    <T> Optional<T> fault(String pointer, String code, List<String> choices) {
        this.choices.addAll(choices);
        return fault(pointer, code);
    }

    void addAll(Collection<Fault> more) {
        found.addAll(more);
    }

    void addAll(Examination.Faulty more) {
        found.addAll(more.faults());
        choices.addAll(more.choices());
    }

    boolean areNone() {
        return found.isEmpty();
    }

    Examination.Faulty all() {
        return new Examination.Faulty(found, choices);
    }
}
