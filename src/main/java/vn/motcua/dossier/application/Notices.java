package vn.motcua.dossier.application;

import java.time.Instant;
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
     * @param after the event before them
     */
    Mono<List<LoggedEvent>> of(Person person, LocalDate day, Optional<Place> after, int limit);

    /** Where an event stands. */
    record Place(Instant recordedAt, UUID dossier, int sequence) {}
}
