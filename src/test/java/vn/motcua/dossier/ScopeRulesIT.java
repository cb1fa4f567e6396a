package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;
import vn.motcua.Api;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.dossier.application.Accesses;
import vn.motcua.dossier.application.DossierLists;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.application.Dossiers;
import vn.motcua.dossier.application.RoutingExceptions;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/** Statements that {@code ScopeRulesTest} reads are also asked: who reaches nothing is answered nothing, where there is something. */
@MovableClockIT
class ScopeRulesIT {

    private static final Scope NOTHING = new Scope(Optional.empty(), Set.of(), false);
    private static final Scope EXCEPTIONS = new Scope(Optional.empty(), Set.of(), true);
    private static final Person NOBODY = new Person(Person.Kind.CITIZEN, "042090999999", "Không Ai", "1990-01-01");

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierLists lists;

    @Autowired
    RoutingExceptions exceptions;

    @Autowired
    Accesses accesses;

    private static <T> T answered(Mono<T> question) {
        return Objects.requireNonNull(question.block());
    }

    @Test
    void whoReachesNothingFindsAndListsNothing() {
        clock.moveTo("2026-03-02T09:00");
        Api api = new Api(port);
        Instant now = Instant.parse("2026-03-02T02:00:00Z");
        Walk walk = new Walk(now, false, Optional.empty(), 20);
        Wanted open = new Wanted(Set.of(), QueueFilter.OPEN, Set.of(), Span.ALL);
        String id = api.file(api.token("citizen"), api.filing("18118")).is(201).string("id");
        api.get(api.token("clerk&unit=18118"), "/api/v1/dossiers/" + id).is(200);
        api.file(api.token("citizen"), api.filing("01")).is(201);
        DossierRef ref = new DossierRef.ById(UUID.fromString(id));

        assertThat(answered(dossiers.find(ref, NOTHING, Timeliness.dayOf(now)).hasElement()))
                .isFalse();
        assertThat(answered(accesses.of(UUID.fromString(id), NOTHING, Optional.empty(), 20)))
                .isEmpty();
        assertThat(answered(lists.queue(open, walk))).isEmpty();
        assertThat(answered(lists.withKeys(
                        new DossierSearch(Optional.of("mau"), Optional.empty(), Optional.empty()).keys(),
                        Set.of(),
                        walk)))
                .isEmpty();
        assertThat(answered(lists.ofPerson(NOBODY, Timeliness.dayOf(now), Set.of(), walk)))
                .isEmpty();
        assertThat(answered(exceptions.open(EXCEPTIONS, Optional.empty(), 20))).isNotEmpty();
        assertThat(answered(exceptions.open(NOTHING, Optional.empty(), 20))).isEmpty();
    }

    @Test
    void whoReachesNothingAnyMoreIsNotToldAgain() {
        clock.moveTo("2026-03-02T09:00");
        Api api = new Api(port);
        String key = UUID.randomUUID().toString();
        api.post(api.token("citizen"), "/api/v1/dossiers", api.filing("18118"), "Idempotency-Key", key)
                .is(201);
        String subject = "urn:motcua:dev:citizens|citizen";
        for (Role role : List.of(Role.CITIZEN, Role.CLERK, Role.OPERATOR, Role.MACHINE)) {
            Caller caller = new Caller(subject, Set.of(role), Optional.empty(), Set.of(), Optional.empty());
            var stored =
                    answered(dossiers.answered(caller, key, Timeliness.dayOf(Instant.parse("2026-03-02T02:00:00Z"))));
            assertThat(stored.orElseThrow().answer()).as(role.name()).isEmpty();
        }
    }
}
