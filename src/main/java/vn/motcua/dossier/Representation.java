package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.Person;

/**
 * That somebody else than the applicant hands a dossier in.
 *
 * @param authority by what kind of right
 * @param person who reads the dossier from now on; empty when only a name is known, or nobody has verified who it is
 * @param readableTo the last day on which this person reads it; empty when that has no end
 */
public record Representation(Authority.Kind authority, Optional<Person> person, Optional<LocalDate> readableTo) {

    Representation withoutReader() {
        return new Representation(authority, Optional.empty(), readableTo);
    }
}
