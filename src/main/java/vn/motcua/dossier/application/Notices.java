package vn.motcua.dossier.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Person;

/** What a person is told of the own dossiers and of those filed for others: some of their events. */
public interface Notices {

    /**
     * The next events after one, newest first.
     *
     * @param day in Viet Nam, on which a representative's authority must last
     * @param before id of the event before them; events have ids in the order of their moments
     */
    Mono<List<LoggedEvent>> of(Person person, LocalDate day, Optional<UUID> before, int limit);
}
