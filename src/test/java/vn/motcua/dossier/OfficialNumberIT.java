package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.AtOnce;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.SecondInstance;

/** The official code: a number for each acceptance of the competent agency on a day, without a gap (Decree 118/2025). */
@MovableClockIT
class OfficialNumberIT {

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;
    private Api twin;

    @BeforeEach
    void call() {
        api = new Api(port);
        twin = SecondInstance.apiAtTheMovedMoment();
    }

    @Test
    void numbersOfADayHaveNoGapHoweverManyAcceptancesMeetOnTwoInstances() throws Exception {
        String unit = "18133";
        clock.moveTo("2026-04-06T09:00");
        String clerk = api.token("clerk&unit=" + unit);
        List<String> fresh = file(unit, 200);
        List<String> stale = file(unit, 50);
        List<Callable<Reply>> calls = new ArrayList<>();
        IntStream.range(0, 200)
                .forEach(at -> calls.add(() -> accept(at % 2 == 0 ? api : twin, clerk, fresh.get(at), "good-" + at)));
        stale.forEach(id -> calls.add(() -> twin.step(clerk, id, "acceptance", 2, "{}")));
        IntStream.range(0, 20)
                .forEach(at -> calls.add(() -> accept(at % 2 == 0 ? twin : api, clerk, fresh.get(at), "good-" + at)));
        Collections.shuffle(calls, new Random(270));

        List<Reply> replies = AtOnce.all(calls);

        assertThat(replies).filteredOn(reply -> reply.status() == 412).hasSize(50);
        List<Reply> accepted =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(accepted).hasSize(220);
        assertThat(accepted.stream()
                        .map(reply -> reply.string("code"))
                        .distinct()
                        .sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200)
                        .mapToObj("Z99.18133.CA-260406-%04d"::formatted)
                        .toList());
        assertThat(accepted)
                .filteredOn(reply -> reply.header("Idempotency-Replayed").isPresent())
                .hasSize(20);
        assertThat(last(3181332, "2026-04-06")).isEqualTo(200);
        assertThat(Owner.rows("""
            SELECT d.code FROM dossier d
              JOIN code_registry r ON r.code = d.code AND r.dossier_id = d.id
              JOIN dossier_event e ON e.dossier_id = d.id AND e.type = 'ACCEPTED'
                                  AND CAST(e.payload AS json) ->> 'code' = d.code
             WHERE d.competent_agency_id = 3181332
            """)).hasSize(200);
    }

    @Test
    void theCountStartsAgainAtMidnightInVietNam() {
        String unit = "18160";
        clock.moveTo("2026-04-07T23:59:59.900");
        List<String> filed = file(unit, 4);
        assertThat(accepted(unit, filed.get(0))).isEqualTo("Z99.18160.CA-260407-0001");
        assertThat(accepted(unit, filed.get(1))).isEqualTo("Z99.18160.CA-260407-0002");
        clock.moveTo("2026-04-08T00:00");
        assertThat(accepted(unit, filed.get(2))).isEqualTo("Z99.18160.CA-260408-0001");
        clock.moveTo("2026-04-08T07:00");
        assertThat(accepted(unit, filed.get(3))).isEqualTo("Z99.18160.CA-260408-0002");
    }

    @Test
    void aDayThatNeedsMoreThanFourDigitsGetsThem() {
        String unit = "18163";
        clock.moveTo("2026-04-09T09:00");
        Owner.run("INSERT INTO agency_day (agency_id, day, last) VALUES (3181632, '2026-04-09', 9998)");
        assertThat(file(unit, 3).stream().map(id -> accepted(unit, id)))
                .containsExactly("Z99.18163.CA-260409-9999", "Z99.18163.CA-260409-10000", "Z99.18163.CA-260409-10001");
    }

    @Test
    void aRefusalTakesNoNumber() {
        String unit = "18163";
        clock.moveTo("2026-04-10T09:00");
        List<String> filed = file(unit, 2);
        api.step(api.token("clerk&unit=" + unit), filed.get(0), "refusal", 1, "{\"reason\": \"x\"}")
                .is(200);
        assertThat(accepted(unit, filed.get(1))).isEqualTo("Z99.18163.CA-260410-0001");
    }

    private List<String> file(String unit, int count) {
        String citizen = api.token("citizen");
        ObjectNode filing = api.filing(unit);
        return Stream.generate(() -> api.file(citizen, filing).is(201).string("id"))
                .limit(count)
                .toList();
    }

    private String accepted(String unit, String id) {
        return api.step(api.token("clerk&unit=" + unit), id, "acceptance", 1, "{}")
                .is(200)
                .string("code");
    }

    private static Reply accept(Api instance, String clerk, String id, String key) {
        return instance.step(clerk, id, "acceptance", 1, "{}", "Idempotency-Key", key);
    }

    private static long last(int agency, String day) {
        return Owner.number("SELECT last FROM agency_day WHERE agency_id = ? AND day = CAST(? AS date)", agency, day);
    }
}
