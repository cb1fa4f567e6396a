package vn.motcua.dossier.application;

import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Represented;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.Person;

/** Whose dossiers are. */
public interface Parties {

    /** Whether a citizen, or the household business with the same number, is a party of a dossier that the caller was found to see. */
    Mono<Boolean> include(UUID dossier, CitizenId number);

    /**
     * Who represents the applicant of a dossier that the caller was found to see; empty when nobody ever read it for them.
     *
     * @param asked the person who asks; empty for staff
     */
    Mono<Represented> represented(UUID dossier, Optional<Person> asked);

    /** Whether a person is the applicant of a dossier that the caller was found to see. */
    Mono<Boolean> applies(UUID dossier, Person person);
}
