package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** As production has it: a code is given out for ever, so it bears an official identifier or is not given out. */
@MovableClockIT
@TestPropertySource(properties = "motcua.codes.provisional=refuse")
class ProvisionalIdentifierIT {

    private static final String UNIT = "18073";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    MeterRegistry meters;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
        clock.moveTo("2026-09-07T09:00");
    }

    @Test
    void acceptanceWaitsForTheOfficialIdentifierAndFilingDoesNot() {
        double before = refusals();
        String id = api.file(api.token("citizen"), api.filing(UNIT)).is(201).string("id");
        String clerk = api.token("clerk&unit=" + UNIT);
        Reply refused = api.step(clerk, id, "acceptance", 1, "{}").is(409);
        assertThat(refused.problem()).isEqualTo("identifier-provisional");
        assertThat(refused.string("detail")).contains("3180732");
        assertThat(refusals()).isEqualTo(before + 1);
        Reply still = api.get(clerk, "/api/v1/dossiers/" + id).is(200);
        assertThat(still.body().path("status").asInt()).isEqualTo(1);
        assertThat(still.version()).isEqualTo(1);
    }

    /** No list will ever name another identifier of an agency that is no more. */
    @Test
    void importForAnAgencyThatHasEndedGoesOnAndForOneThatExistsWaits() {
        Reply ended = Telling.of(api, "1.001193", "COUNTER")
                .with("competentAgency", "Z98.21553")
                .event("FILED", "2024-06-03T09:00:00")
                .event("ACCEPTED", "2024-06-03T09:30:00")
                .tell(api)
                .is(201);
        assertThat(ended.string("code")).matches("Z98\\.21553-240603-[0-9]{4}");
        Telling existing = Telling.of(api, "1.004222", "COUNTER")
                .with("competentUnit", UNIT)
                .event("FILED", "2026-03-02T09:00:00")
                .event("ACCEPTED", "2026-03-02T10:00:00");
        assertThat(existing.tell(api).is(409).problem()).isEqualTo("identifier-provisional");
    }

    @Test
    void acceptanceOfAnAgencyWithAnOfficialIdentifierGoesOn() {
        String id = api.file(api.token("citizen"), api.filing("1.013834", "42", "citizen"))
                .is(201)
                .string("id");
        assertThat(api.step(api.token("clerk&unit=42"), id, "acceptance", 1, "{}")
                        .is(200)
                        .string("code"))
                .startsWith("H27-260907-");
    }

    private double refusals() {
        return meters.get("motcua.codes.provisional.refused").counter().count();
    }
}
