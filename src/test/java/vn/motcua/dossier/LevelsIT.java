package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.platform.db.ReferenceVersions;

/** What a procedure asks of account and session, on one that only this test knows and on the one whose page names a level. */
@MovableClockIT
class LevelsIT {

    private static final String OURS = "9.000240";
    private static final String VEHICLE = "1.012575";
    private static final String UNIT = "18172";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ReferenceVersions versions;

    private final LevelledProcedure procedure = new LevelledProcedure(900024001, OURS);
    private Api api;

    @BeforeEach
    void publish() {
        api = new Api(port);
        clock.moveTo("2026-05-04T09:00");
        procedure.publish();
        ask("NULL", "NULL");
    }

    @AfterEach
    void takeItOutOfForce() {
        procedure.takeOutOfForce();
        versions.look().block();
    }

    @Test
    void aSessionThatIsTooWeakIsChallengedToSignInAgain() {
        ask("NULL", "3");
        Reply refused = file("citizen").is(401);
        assertThat(refused.problem()).isEqualTo("insufficient-authentication");
        assertThat(refused.header("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_user_authentication\", "
                        + "error_description=\"A stronger sign-in is needed\", acr_values=\"3\"");
        assertThat(refused.body().path("required").asInt()).isEqualTo(3);
        assertThat(refused.string("detail")).contains("mức xác thực 3");
    }

    @Test
    void whoSignsInAgainAsAskedFiles() {
        ask("NULL", "3");
        api.file(api.token("citizen&session=3"), filing(OURS, "citizen")).is(201);
    }

    @Test
    void anAccountOfTooLowALevelIsToldHowToRaiseItAndNotChallenged() {
        ask("2", "NULL");
        Reply refused = file("citizen-level-1").is(403);
        assertThat(refused.problem()).isEqualTo("account-level-too-low");
        assertThat(refused.header("WWW-Authenticate")).isEmpty();
        assertThat(refused.body().path("required").asInt()).isEqualTo(2);
        assertThat(refused.string("detail")).contains("mức độ 2", "công an cấp xã");
        Reply english = api.post(
                api.token("citizen-level-1"),
                "/api/v1/dossiers",
                filing(OURS, "citizen-level-1"),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Accept-Language",
                "en");
        assertThat(english.is(403).string("detail")).contains("level 2", "commune police");
    }

    @Test
    void whoeverCannotRaiseTheSessionToAnyUseHearsOfTheAccountFirst() {
        ask("2", "4");
        assertThat(file("citizen-level-1").is(403).problem()).isEqualTo("account-level-too-low");
        assertThat(file("citizen").is(401).problem()).isEqualTo("insufficient-authentication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "foreigner", "director"})
    void whoHasTheLevelsOrNoAccountLevelAtAllFiles(String persona) {
        ask("2", "2");
        file(persona).is(201);
    }

    @ParameterizedTest
    @CsvSource({"foreigner, 3", "director, 3"})
    void theSessionOfThoseWithoutAnAccountLevelCountsAllTheSame(String persona, String session) {
        ask("2", session);
        assertThat(file(persona).is(401).problem()).isEqualTo("insufficient-authentication");
    }

    @Test
    void nothingIsToldOfAFilingBeforeTheSessionSuffices() {
        ask("NULL", "4");
        ObjectNode faulty = filing(OURS, "citizen").put("competentUnit", "99999");
        assertThat(api.file(api.token("citizen"), faulty).is(401).body().has("errors"))
                .isFalse();
    }

    @Test
    void aRefusalIsNotKeptForTheKeyAndWhatWasFiledIsAnsweredAgain() {
        String citizen = api.token("citizen");
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        ObjectNode filing = filing(OURS, "citizen");
        ask("NULL", "3");
        api.post(citizen, "/api/v1/dossiers", filing, key).is(401);
        ask("NULL", "NULL");
        Reply filed = api.post(citizen, "/api/v1/dossiers", filing, key).is(201);
        ask("NULL", "3");
        Reply again = api.post(citizen, "/api/v1/dossiers", filing, key).is(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.string("id")).isEqualTo(filed.string("id"));
    }

    @Test
    void nobodyAsksAClerkForTheLevelsOfACitizen() {
        ask("2", "4");
        ObjectNode filing = filing(OURS, "citizen-level-1").put("channel", "COUNTER");
        api.file(api.token("clerk&unit=" + UNIT), filing).is(201);
    }

    @Test
    void theCatalogueSaysWhatIsAsked() {
        ask("2", "3");
        Reply ours = api.get(api.token("citizen"), "/api/v1/procedures/" + OURS).is(200);
        assertThat(ours.body().at("/policies/accountLevel").asInt()).isEqualTo(2);
        assertThat(ours.body().at("/policies/authenticationLevel").asInt()).isEqualTo(3);
        Reply residence =
                api.get(api.token("citizen"), "/api/v1/procedures/1.004222").is(200);
        assertThat(residence.body().at("/policies/accountLevel").isNull()).isTrue();
        assertThat(residence.body().at("/policies/authenticationLevel").isNull())
                .isTrue();
    }

    /** The page of the first registration of a vehicle, online throughout, names an account of level 2. */
    @Test
    void aVehicleIsRegisteredWithAnAccountOfLevelTwo() {
        assertThat(api.file(api.token("citizen-level-1"), filing(VEHICLE, "citizen-level-1"))
                        .is(403)
                        .problem())
                .isEqualTo("account-level-too-low");
        api.file(api.token("citizen"), filing(VEHICLE, "citizen")).is(201);
    }

    private Reply file(String persona) {
        return api.file(api.token(persona), filing(OURS, persona));
    }

    private ObjectNode filing(String procedure, String persona) {
        return api.filing(procedure, UNIT, persona);
    }

    private void ask(String account, String session) {
        procedure.ask(account, session);
        versions.look().block();
    }
}
