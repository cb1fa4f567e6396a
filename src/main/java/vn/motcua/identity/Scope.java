package vn.motcua.identity;

import java.util.Optional;
import java.util.Set;

/**
 * What dossiers a caller may see, computed once a request and bound as the same parameters in every statement over
 * dossiers. What lies outside does not exist for the caller.
 *
 * @param exceptions true for those who see every dossier of which nobody knows who decides it, without personal data
 */
public record Scope(Optional<Person> person, Set<Integer> agencies, boolean exceptions) {

    public Scope {
        agencies = Set.copyOf(agencies);
    }

    /**
     * Citizens see their own, the staff of a desk or an agency what is there, operators what our tables lead nowhere;
     * nobody else sees dossiers.
     */
    public static Scope of(Caller caller) {
        boolean staff = caller.is(Role.CLERK) || caller.is(Role.OFFICER) || caller.is(Role.LEADER);
        return new Scope(
                caller.person().filter(person -> caller.is(Role.CITIZEN)),
                staff ? caller.agencies() : Set.of(),
                caller.is(Role.OPERATOR));
    }
}
