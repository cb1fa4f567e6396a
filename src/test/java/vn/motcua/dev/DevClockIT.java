package vn.motcua.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.RunningMotcua;
import vn.motcua.TestDatabase;

/** A developer moves one clock, and everything lives by it. */
class DevClockIT {

    private DatabaseAddress database;
    private RunningMotcua service;
    private Api api;

    @BeforeEach
    void starts() throws SQLException {
        database = TestDatabase.empty();
        start();
    }

    @AfterEach
    void stops() {
        service.close();
    }

    private void start() {
        service = RunningMotcua.on(database);
        api = new Api(service.port());
    }

    @Test
    void requestsAndTokensLiveAtTheMomentThatWasSet() {
        String before = api.token("citizen");
        Instant there = moment(move("{\"advance\": \"P30D\"}").is(200));
        api.get(before, "/api/v1/dossiers/MC0").is(401);
        Reply filed = api.file(api.token("citizen"), api.filing("18073")).is(201);
        assertThat(OffsetDateTime.parse(filed.string("filedAt")).toInstant())
                .isBetween(there, there.plus(Duration.ofMinutes(5)));
    }

    @Test
    void itRunsOnFromThereAndNeverBack() {
        Instant now = moment(clock());
        Instant there = now.plus(Duration.ofHours(3));
        move("{\"moment\": \"" + there + "\"}").is(200);
        assertThat(moment(clock())).isBetween(there, there.plus(Duration.ofMinutes(5)));
        assertThat(move("{\"moment\": \"" + now + "\"}").is(409).problem()).isEqualTo("clock-moved-back");
        assertThat(moment(clock())).isAfterOrEqualTo(there);
    }

    @Test
    void theDatabaseRemembersAndTheNextStartGoesOnFromThere() throws SQLException {
        assertThat(clock().body().path("simulated").asBoolean()).isFalse();
        assertThat(remembered()).isEmpty();
        Instant there = moment(move("{\"advance\": \"PT3H\"}").is(200));
        assertThat(remembered()).isPresent();
        service.close();
        start();
        assertThat(moment(clock())).isAfterOrEqualTo(there.minusSeconds(60));
        assertThat(clock().body().path("simulated").asBoolean()).isTrue();
    }

    @Test
    void everythingAsksOneClock() {
        assertThat(service.bean(InstantSource.class)).isInstanceOf(DevClock.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing-field",
                "{\"advance\": \"PT1H\", \"moment\": \"2090-01-01T00:00:00Z\"} | invalid-fields",
                "{\"advance\": \"an hour\"} | invalid-fields",
                "{\"advance\": \"-PT1H\"} | invalid-fields",
                "{\"advance\": \"P999999D\"} | invalid-fields",
                "{\"moment\": \"9999-01-01T00:00:00Z\"} | invalid-fields",
                "{\"moment\": \"tomorrow\"} | invalid-fields",
                "{\"speed\": 60} | unknown-field"
            })
    void whatItCannotMoveToIsRefused(String body, String problem) {
        assertThat(move(body).is(422).problem()).isEqualTo(problem);
    }

    private Reply clock() {
        return api.send("GET", "/dev/clock", Optional.empty()).is(200);
    }

    private Reply move(String body) {
        return api.send("PUT", "/dev/clock", Optional.of(body), "Content-Type", "application/json");
    }

    private static Instant moment(Reply clock) {
        return OffsetDateTime.parse(clock.string("moment")).toInstant();
    }

    private Optional<OffsetDateTime> remembered() throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery("SELECT moment FROM simulated_clock")) {
            return rows.next() ? Optional.of(rows.getObject(1, OffsetDateTime.class)) : Optional.empty();
        }
    }
}
