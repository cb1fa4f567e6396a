package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.dev.DevIssuers;
import vn.motcua.dev.UnplacedTokens;

/** The first answer to a key is shown to nobody who may not read the dossier now, and to staff not without a record. */
@MovableClockIT
class RepeatedRequestsIT {

    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String UNIT = "18118";
    private static final Set<Integer> HERE = Set.of(3181182);
    private static final Set<Integer> NEXT_DOOR = Set.of(3180731);
    private static final Set<Integer> FAR_AWAY = Set.of(3147582);

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    DevIssuers issuers;

    private final String key = UUID.randomUUID().toString();
    private Api api;
    private UnplacedTokens placed;

    @BeforeEach
    void beginOnAMonday() {
        api = new Api(port);
        placed = new UnplacedTokens(issuers);
        clock.moveTo("2026-03-02T09:00");
    }

    /** One member of staff, wherever she is placed. */
    private String clerk(Set<Integer> agencies) {
        return placed.of("clerk", "mover-" + key, agencies);
    }

    private Reply accept(String token, String id) {
        return api.step(token, id, "acceptance", 1, "{}", "Idempotency-Key", key);
    }

    private Reply typeIn(String token) {
        ObjectNode filing = api.filing(UNIT).put("channel", "COUNTER");
        return api.post(token, DOSSIERS, filing, "Idempotency-Key", key);
    }

    private String filed() {
        return api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
    }

    @Test
    void aClerkWhoMovedAwayDoesNotReadBackTheStepThatSheTook() {
        String id = filed();
        accept(clerk(HERE), id).is(200);
        for (Set<Integer> elsewhere : List.of(NEXT_DOOR, FAR_AWAY, Set.<Integer>of())) {
            Reply again = accept(clerk(elsewhere), id).is(404);
            assertThat(again.text()).doesNotContain("Mẫu", id);
        }
        assertThat(accept(clerk(HERE), id).is(200).header("Idempotency-Replayed"))
                .contains("true");
    }

    @Test
    void aClerkWhoMovedAwayDoesNotReadBackWhatSheTypedIn() {
        String id = typeIn(clerk(HERE)).is(201).string("id");
        for (Set<Integer> elsewhere : List.of(NEXT_DOOR, FAR_AWAY, Set.<Integer>of())) {
            Reply again = typeIn(clerk(elsewhere)).is(404);
            assertThat(again.text()).doesNotContain("Mẫu", id);
        }
        assertThat(typeIn(clerk(HERE)).is(201).string("id")).isEqualTo(id);
    }

    @Test
    void aKeyStandsForItsFirstRequestWhereverTheCallerIsNow() {
        accept(clerk(HERE), filed()).is(200);
        assertThat(accept(clerk(FAR_AWAY), filed()).is(422).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void eachRepetitionOfStaffIsRecordedAndNoneOfTheOwners() {
        String id = filed();
        accept(clerk(HERE), id).is(200);
        assertThat(accesses(id)).isEmpty();
        accept(clerk(HERE), id).is(200);
        accept(clerk(HERE), id).is(200);
        assertThat(accesses(id)).containsExactly("DOSSIER", "DOSSIER");

        ObjectNode filing = api.filing(UNIT);
        String mine = UUID.randomUUID().toString();
        Reply own = api.post(api.token("citizen"), DOSSIERS, filing, "Idempotency-Key", mine)
                .is(201);
        api.post(api.token("citizen"), DOSSIERS, filing, "Idempotency-Key", mine)
                .is(201);
        assertThat(accesses(own.string("id"))).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotRepeated() {
        String id = filed();
        accept(clerk(HERE), id).is(200);
        Owner.run("REVOKE INSERT ON dossier_access FROM motcua_service");
        try {
            assertThat(accept(clerk(HERE), id).is(503).text()).doesNotContain("Mẫu", id);
        } finally {
            Owner.run("GRANT INSERT ON dossier_access TO motcua_service");
        }
    }

    @Test
    void aRepresentativesAnswerEndsWithTheAuthority() {
        clock.moveTo("2026-03-02T09:00");
        ObjectNode filing = api.filing("1.004222", UNIT, "citizen2");
        filing.set(
                "submitter",
                Submitters.of(
                        api.person("citizen"),
                        "{\"kind\": \"AUTHORISED_PERSON\", \"document\": \"01/UQ\", \"validTo\": \"2026-03-03\"}"));
        repeat(filing, 201);
        clock.moveTo("2026-03-03T23:59");
        repeat(filing, 201);
        clock.moveTo("2026-03-04T00:00");
        repeat(filing, 404);
    }

    private void repeat(ObjectNode filing, int status) {
        api.post(api.token("citizen"), DOSSIERS, filing, "Idempotency-Key", key).is(status);
    }

    private List<String> accesses(String id) {
        return api.get(api.token("citizen"), DOSSIERS + "/" + id + "/accesses")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("purpose").asString())
                .toList();
    }
}
