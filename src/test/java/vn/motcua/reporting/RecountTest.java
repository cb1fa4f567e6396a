package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.Routing;
import vn.motcua.reporting.Fact.Ending;
import vn.motcua.reporting.Fact.Start;
import vn.motcua.reporting.Fact.What;
import vn.motcua.reporting.Recount.Question;

/** What counting one dossier after the other says; days and moments are those of Viet Nam. */
class RecountTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final int HERE = 1318073;
    private static final int THERE = 1318078;

    private final UUID dossier = UUID.randomUUID();
    private int sequence;

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T17:00, EARLY, EARLY",
        "2026-03-10T17:00, ON_TIME, ON_TIME",
        "2026-03-10T17:01, ON_TIME, OVERDUE",
        "2026-03-11T00:00, OVERDUE, OVERDUE"
    })
    void whatEndsIsJudgedByDayOrByMoment(String ended, String byDay, String byMoment) {
        Recount<String> recount = recount(march("2026-04-01T00:00"));
        accepted(recount, "2026-03-02T08:00", "2026-03-10T17:00");
        add(recount, ended, new What.Ended(Ending.COMPLETED));
        assertThat(one(recount, Definition.OT_1)).isEqualTo(received(byDay));
        assertThat(one(recount, Definition.OT_2)).isEqualTo(received(byMoment));
        assertThat(one(recount, Definition.OT_5)).isEqualTo(received(byMoment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T16:59, PENDING, PENDING",
        "2026-03-10T17:01, PENDING, PENDING_OVERDUE",
        "2026-03-11T00:00, PENDING_OVERDUE, PENDING_OVERDUE"
    })
    void whatIsOpenIsJudgedAtTheMomentOfTheQuestion(String asOf, String byDay, String byMoment) {
        Recount<String> recount = recount(march(asOf));
        accepted(recount, "2026-03-02T08:00", "2026-03-10T17:00");
        assertThat(one(recount, Definition.OT_4)).isEqualTo(received(byDay));
        assertThat(one(recount, Definition.OT_6)).isEqualTo(received(byMoment));
    }

    /** Recorded a week after it happened. */
    @Test
    void whatWasRecordedLaterIsNotKnown() {
        Recount<String> before = recount(march("2026-03-17T00:00"));
        Recount<String> after = recount(march("2026-03-18T08:00"));
        List.of(before, after).forEach(recount -> {
            sequence = 0;
            accepted(recount, "2026-03-02T08:00", "2026-03-10T17:00");
            add(recount, "2026-03-10T08:00", "2026-03-18T08:00", HERE, new What.Ended(Ending.COMPLETED));
        });
        assertThat(one(before, Definition.OT_1)).isEqualTo(received("PENDING_OVERDUE"));
        assertThat(one(after, Definition.OT_1)).isEqualTo(received("ON_TIME"));
    }

    @Test
    void whatCameBeforeIsCarriedOverAndWhatWentBeforeIsGone() {
        Recount<String> april = recount(Period.asOfDay(MARCH.plusMonths(1), MARCH.plusMonths(2), MARCH.plusMonths(3)));
        accepted(april, "2026-03-02T08:00", "2026-03-10T17:00");
        assertThat(one(april, Definition.OT_1)).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0));
        Recount<String> gone = recount(Period.asOfDay(MARCH.plusMonths(1), MARCH.plusMonths(2), MARCH.plusMonths(3)));
        sequence = 0;
        accepted(gone, "2026-03-02T08:00", "2026-03-10T17:00");
        add(gone, "2026-03-31T23:59", new What.Ended(Ending.COMPLETED));
        assertThat(gone.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, OVERDUE", "WITHDRAWN, WITHDRAWN_OVERDUE", "STOPPED, STOPPED_OVERDUE"})
    void everyWayToEndHasAClassOfItsOwn(Ending how, String standing) {
        Recount<String> recount = recount(march("2026-04-01T00:00"));
        accepted(recount, "2026-03-02T08:00", "2026-03-10T17:00");
        add(recount, "2026-03-11T08:00", new What.Ended(how));
        assertThat(one(recount, Definition.OT_1)).isEqualTo(received(standing));
    }

    @Test
    void aClockThatWaitsIsPausedAndNeverOnTime() {
        Recount<String> waiting = recount(march("2026-03-20T00:00"));
        filed(waiting, HERE);
        add(waiting, "2026-03-02T08:00", new What.Accepted(Optional.empty()));
        assertThat(one(waiting, Definition.OT_1)).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1));
        Recount<String> ended = recount(march("2026-03-20T00:00"));
        sequence = 0;
        filed(ended, HERE);
        add(ended, "2026-03-02T08:00", new What.Accepted(Optional.empty()));
        add(ended, "2026-03-03T08:00", new What.Ended(Ending.COMPLETED));
        assertThat(one(ended, Definition.OT_1)).isEqualTo(received("RESOLVED_WITHOUT_DUE"));
    }

    @Test
    void itCountsWithWhoeverHasItWhenItIsJudged() {
        Recount<String> early = recount(march("2026-03-02T23:00"));
        Recount<String> late = recount(march("2026-03-03T23:00"));
        List.of(early, late).forEach(recount -> {
            sequence = 0;
            filed(recount, HERE);
            add(recount, "2026-03-03T08:00", "2026-03-03T08:00", THERE, new What.Other());
        });
        assertThat(early.rows()).containsOnlyKeys("" + HERE);
        assertThat(late.rows()).containsOnlyKeys("" + THERE);
    }

    @Test
    void theDeskAnswersInTimeOrLate() {
        Recount<String> recount = recount(march("2026-04-01T00:00"));
        filed(recount, HERE);
        add(recount, "2026-03-03T17:01", new What.Refused());
        assertThat(intake(recount)).isEqualTo(new IntakeCounts(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0));
        assertThat(one(recount, Definition.OT_1)).isEqualTo(Counts.NONE);
    }

    @Test
    void monthsOfOneQuestionFollowOnEachOther() {
        LocalDate end = MARCH.plusMonths(2).minusDays(1);
        Period period = Period.asOfDay(MARCH, end, end);
        Recount<String> recount = new Recount<>(new Question<>(
                period, false, false, List.of(period.before(), LocalDate.of(2026, 3, 31), end), RecountTest::unit));
        accepted(recount, "2026-03-02T08:00", "2026-04-10T17:00");
        add(recount, "2026-04-10T08:00", new What.Ended(Ending.COMPLETED));
        List<Recounted> months = recount.rows().get("" + HERE);
        assertThat(months)
                .isNotNull()
                .extracting(month -> month.classes(Definition.OT_1))
                .containsExactly(received("PENDING"), new Counts(0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anEventIsMissedWhereItFollowsOnNone() {
        Recount<String> recount = recount(march("2026-04-01T00:00"));
        filed(recount, HERE);
        sequence++;
        assertThatThrownBy(() -> add(recount, "2026-03-03T08:00", new What.Refused()))
                .hasMessage("event 3 of a dossier follows on its event 1");
    }

    private static Recount<String> recount(Period period) {
        return new Recount<>(Question.ofPeriod(period, false, RecountTest::unit));
    }

    private static Set<String> unit(Recount.Subject subject) {
        return Set.of("" + subject.unit());
    }

    private static Period march(String asOf) {
        return new Period(MARCH, LocalDate.of(2026, 3, 31), at(asOf));
    }

    private void accepted(Recount<String> recount, String at, String dueAt) {
        filed(recount, HERE);
        add(recount, at, new What.Accepted(Optional.of(new Start(Optional.of(at(dueAt))))));
    }

    private void filed(Recount<String> recount, int unit) {
        add(
                recount,
                "2026-03-02T08:00",
                "2026-03-02T08:00",
                unit,
                new What.Filed(7, 2, Optional.of(at("2026-03-03T17:00"))));
    }

    private void add(Recount<String> recount, String at, What what) {
        add(recount, at, at, HERE, what);
    }

    private void add(Recount<String> recount, String at, String recordedAt, int unit, What what) {
        recount.add(new Fact(dossier, ++sequence, at(at), at(recordedAt), new Routing(9, HERE, 9, unit), what));
    }

    private static Counts one(Recount<String> recount, Definition definition) {
        return recount.rows().values().iterator().next().getFirst().classes(definition);
    }

    private static IntakeCounts intake(Recount<String> recount) {
        return recount.rows().values().iterator().next().getFirst().intake();
    }

    /** One that was received in the period and is now this. */
    private static Counts received(String standing) {
        Map<String, Integer> places = Map.of(
                "EARLY",
                2,
                "ON_TIME",
                3,
                "OVERDUE",
                4,
                "WITHDRAWN_OVERDUE",
                5,
                "STOPPED_OVERDUE",
                6,
                "RESOLVED_WITHOUT_DUE",
                7,
                "PENDING",
                8,
                "PENDING_OVERDUE",
                9);
        long[] one = new long[15];
        one[0] = 1;
        one[places.getOrDefault(standing, -1)] = 1;
        one[12] = one[6];
        one[13] = one[5];
        return new Counts(
                one[0], one[1], one[2], one[3], one[4], one[5], one[6], one[7], one[8], one[9], one[10], one[11],
                one[12], one[13], one[14]);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
