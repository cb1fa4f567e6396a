package vn.motcua.identity;

import java.util.Optional;
import java.util.Set;

/**
 * What dossiers a caller may see, computed once a request and bound as the same parameters in every statement over
 * dossiers. What lies outside does not exist for the caller.
 */
public record Scope(Optional<Person> person, Set<Integer> agencies) {

    public Scope {
        agencies = Set.copyOf(agencies);
    }

    public static Scope of(Caller caller) {
        return new Scope(caller.person(), caller.agencies());
    }
}
