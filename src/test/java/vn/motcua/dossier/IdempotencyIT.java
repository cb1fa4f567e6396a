package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.MotcuaIT;
import vn.motcua.Owner;
import vn.motcua.SecondInstance;

/** A retried request gets its first answer; the same key with another body is refused. */
@MotcuaIT
class IdempotencyIT {

    private static final String UNIT = "18118";
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String REPLAYED = "Idempotency-Replayed";

    @LocalServerPort
    int port;

    private Api api;
    private Api twin;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void call() {
        api = new Api(port);
        twin = SecondInstance.api();
    }

    @Test
    void oneFilingSentFiftyTimesAtOnceIsOneDossierAndFiftyEqualAnswers() throws Exception {
        String citizen = api.token("citizen");
        ObjectNode filing = api.filing(UNIT);
        Callable<Reply> here = () -> file(api, citizen, filing);
        Callable<Reply> there = () -> file(twin, citizen, filing);
        List<Reply> replies = AtOnce.all(half(here, there, 50));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::text)
                .containsOnly(replies.getFirst().text());
        assertThat(replies).extracting(Reply::version).containsOnly(1);
        assertThat(replies)
                .extracting(reply -> reply.header("Location").orElseThrow())
                .containsOnly(DOSSIERS + "/" + replies.getFirst().string("id"));
        assertThat(replies)
                .filteredOn(reply -> reply.header(REPLAYED).isPresent())
                .hasSize(49);
        assertThat(Owner.number("SELECT count(*) FROM idempotency WHERE key = ?", key))
                .isEqualTo(1);
        assertThat(dossiers(replies.getFirst())).isEqualTo(1);
    }

    @Test
    void aBodyThatSaysTheSameInOtherWordsIsTheSame() {
        String citizen = api.token("citizen");
        Reply first = file(citizen, api.filing(UNIT)).is(201);
        String spaced = api.filing(UNIT).toPrettyString();
        Reply again = api.post(citizen, DOSSIERS, spaced, "Idempotency-Key", '"' + key + '"')
                .is(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header(REPLAYED)).contains("true");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String citizen = api.token("citizen");
        Reply first = file(citizen, api.filing(UNIT)).is(201);
        Reply other =
                file(citizen, api.filing(UNIT).put("resultDelivery", "POST")).is(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(file(twin, citizen, api.filing(UNIT).put("resultDelivery", "POST"))
                        .is(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(file(citizen, api.filing("99999")).is(422).problem()).isEqualTo("idempotency-key-reused");
        assertThat(dossiers(first)).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherDossier() {
        Reply first = file(api.token("citizen"), api.filing(UNIT)).is(201);
        Reply second = file(api.token("citizen2"), api.filing("1.004222", UNIT, "citizen2"))
                .is(201);
        assertThat(second.string("id")).isNotEqualTo(first.string("id"));
        assertThat(second.header(REPLAYED)).isEmpty();
    }

    @Test
    void aFilingIsAnsweredAsAtFirstEvenWhenTheDossierHasMovedOn() {
        String citizen = api.token("citizen");
        Reply first = file(citizen, api.filing(UNIT)).is(201);
        api.step(api.token("clerk&unit=" + UNIT), first.string("id"), "acceptance", 1, "{}")
                .is(200);
        assertThat(List.of(file(api, citizen, api.filing(UNIT)), file(twin, citizen, api.filing(UNIT))))
                .allSatisfy(again -> {
                    assertThat(again.is(201).text()).isEqualTo(first.text());
                    assertThat(again.version()).isEqualTo(1);
                });
    }

    @Test
    void aRepeatedStepGetsItsFirstAnswerThoughTheVersionMoved() {
        String clerk = api.token("clerk&unit=" + UNIT);
        String id = api.file(api.token("citizen"), api.filing(UNIT)).string("id");
        Reply first = api.step(clerk, id, "acceptance", 1, "{}", "Idempotency-Key", key)
                .is(200);
        api.step(clerk, id, "hand-over", 2, "{}").is(200);
        Reply again = api.step(clerk, id, "acceptance", 1, "{}", "Idempotency-Key", key)
                .is(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.string("code")).matches("Z99\\..*-[0-9]{4,}");
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.header(REPLAYED)).contains("true");
        assertThat(api.post(clerk, DOSSIERS + "/" + id + "/acceptance", "{}", "Idempotency-Key", key)
                        .is(200)
                        .text())
                .as("before If-Match is asked for")
                .isEqualTo(first.text());
    }

    @Test
    void aKeyStandsForOnePathOnly() {
        String clerk = api.token("clerk&unit=" + UNIT);
        String id = api.file(api.token("citizen"), api.filing(UNIT)).string("id");
        api.step(clerk, id, "acceptance", 1, "{}", "Idempotency-Key", key).is(200);
        assertThat(api.step(clerk, id, "hand-over", 2, "{}", "Idempotency-Key", key)
                        .is(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void aStepSentManyTimesAtOnceIsTakenOnce() throws Exception {
        String clerk = api.token("clerk&unit=" + UNIT);
        String id = api.file(api.token("citizen"), api.filing(UNIT)).string("id");
        Callable<Reply> here = () -> api.step(clerk, id, "acceptance", 1, "{}", "Idempotency-Key", key);
        Callable<Reply> there = () -> twin.step(clerk, id, "acceptance", 1, "{}", "Idempotency-Key", key);
        List<Reply> replies = AtOnce.all(half(here, there, 20));
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies)
                .extracting(Reply::text)
                .containsOnly(replies.getFirst().text());
        assertThat(Owner.number("SELECT count(*) FROM dossier_event WHERE dossier_id = ?", UUID.fromString(id)))
                .isEqualTo(2);
    }

    @Test
    void refusalsAreNotStored() {
        String citizen = api.token("citizen");
        file(citizen, api.filing("99999")).is(422);
        Reply mended = file(citizen, api.filing(UNIT)).is(201);
        assertThat(mended.header(REPLAYED)).isEmpty();

        String clerk = api.token("clerk&unit=" + UNIT);
        String step = UUID.randomUUID().toString();
        api.step(clerk, mended.string("id"), "acceptance", 7, "{}", "Idempotency-Key", step)
                .is(412);
        api.step(clerk, mended.string("id"), "acceptance", 1, "{}", "Idempotency-Key", step)
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "~a-Z0_9.:/+", "\"quoted with \\\"quotes\\\"\""})
    void aKeyIsVisibleAsciiBareOrQuoted(String form) {
        String unique = form.startsWith("\"") ? form : form + key;
        assertThat(form.contains(" ")).isEqualTo(post(unique).status() == 400);
    }

    @Test
    void aKeyHasAtMost255Characters() {
        post("k".repeat(219) + key).is(201);
        assertThat(post("k".repeat(220) + key).is(400).problem()).isEqualTo("malformed-idempotency-key");
    }

    private Reply post(String header) {
        return api.post(api.token("citizen"), DOSSIERS, api.filing(UNIT), "Idempotency-Key", header);
    }

    private static <T> List<Callable<T>> half(Callable<T> here, Callable<T> there, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(call -> call % 2 == 0 ? here : there)
                .toList();
    }

    private Reply file(String token, ObjectNode filing) {
        return file(api, token, filing);
    }

    private Reply file(Api instance, String token, ObjectNode filing) {
        return instance.post(token, DOSSIERS, filing, "Idempotency-Key", key);
    }

    private static long dossiers(Reply first) {
        return Owner.number(
                "SELECT count(*) FROM dossier WHERE id = ? AND version = 1", UUID.fromString(first.string("id")));
    }
}
