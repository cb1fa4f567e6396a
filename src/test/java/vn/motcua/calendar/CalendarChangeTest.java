package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarChange.TakenBack;

class CalendarChangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final int AGENCY = 7;
    private static final WorkingCalendar STATE = CalendarFixtures.seeded();

    @Test
    void anOfficialSwapMovesAWorkingDayToTheWeekend() {
        var after = Changes.swap(Standing.OFFICIAL).applied(STATE);

        assertThat(after.version()).isEqualTo(STATE.version() + 1);
        assertThat(after.kindOf(MONDAY)).isEqualTo(DayKind.DAY_OFF);
        assertThat(after.kindOf(SATURDAY)).isEqualTo(DayKind.WORKED_WEEKEND);
    }

    @Test
    void aProposedSwapMovesNothingAndMarksWhatItWouldMove() {
        var after = Changes.swap(Standing.PROPOSED).applied(STATE);
        var time = after.time(OfficeHours.S8M);

        assertThat(after.specialDays()).isEqualTo(STATE.specialDays());
        assertThat(after.isWorkingDay(MONDAY)).isTrue();
        assertThat(after.isWorkingDay(SATURDAY)).isFalse();
        assertThat(after.proposed(MONDAY)).isPresent();
        assertThat(time.hasForecast(MONDAY.toEpochDay(), MONDAY.toEpochDay())).isTrue();
        assertThat(STATE.time(OfficeHours.S8M).hasForecast(MONDAY.toEpochDay(), MONDAY.toEpochDay()))
                .isFalse();
    }

    @Test
    void whatWasProposedBecomesOfficialByALaterVersion() {
        var proposed = Changes.swap(Standing.PROPOSED).applied(STATE);
        var decided = Changes.swap(Standing.OFFICIAL);

        assertThat(decided.faults(proposed, TODAY)).isEmpty();
        assertThat(decided.applied(proposed).proposedDays()).isEmpty();
        assertThat(decided.applied(proposed).isWorkingDay(MONDAY)).isFalse();
    }

    @Test
    void whatIsExpectedBecomesOfficialButNeverTheOtherWayRound() {
        LocalDate tet = LocalDate.of(2027, 2, 8);
        var official = Changes.days(Standing.OFFICIAL, Changes.off(tet, Standing.OFFICIAL));
        var expected = Changes.days(Standing.EXPECTED, Changes.off(tet, Standing.EXPECTED));

        assertThat(official.faults(STATE, TODAY)).isEmpty();
        assertThat(official.applied(STATE).special(tet).map(SpecialDay::forecast))
                .contains(false);
        assertThat(expected.faults(official.applied(STATE), TODAY))
                .containsExactly(new CalendarFault("/days/0/day", "already-off"));
    }

    @Test
    void anAgencyHasItsOwnHoursAndClosuresFromTheirDaysOn() {
        var after = Changes.agency(AGENCY).applied(STATE);
        var time = after.time(AGENCY, OfficeHours.S8M);

        assertThat(time.timetable().hoursOn(MONDAY)).isEqualTo(OfficeHours.S8M);
        assertThat(time.timetable().hoursOn(LocalDate.of(2026, 12, 1))).isEqualTo(OfficeHours.S75);
        assertThat(time.isWorkingDay(LocalDate.of(2026, 11, 25).toEpochDay())).isFalse();
        assertThat(after.time(AGENCY + 1, OfficeHours.S8M)).isSameAs(after.time(OfficeHours.S8M));
    }

    @Test
    void receptionHoursAreShownAndNeverCounted() {
        var after = Changes.agency(AGENCY).applied(STATE);

        assertThat(after.times(AGENCY).reception())
                .singleElement()
                .satisfies(reception -> assertThat(reception.weekdays()).containsOnlyKeys(DayOfWeek.SATURDAY));
        assertThat(after.time(AGENCY, OfficeHours.S8M).isWorkingDay(SATURDAY.toEpochDay()))
                .isFalse();
    }

    @Test
    void agenciesWithEqualTimesShareOneIndex() {
        var after = Changes.agency(AGENCY + 1).applied(Changes.agency(AGENCY).applied(STATE));

        assertThat(after.time(AGENCY, OfficeHours.S8M)).isSameAs(after.time(AGENCY + 1, OfficeHours.S8M));
    }

    @Test
    void whatIsTakenBackIsGone() {
        var back = Changes.takingBack(
                AGENCY,
                new TakenBack(
                        List.of(),
                        List.of(LocalDate.of(2026, 12, 1)),
                        List.of(LocalDate.of(2026, 12, 1)),
                        List.of(LocalDateTime.of(2026, 11, 25, 7, 0)),
                        List.of()));
        var before = Changes.agency(AGENCY).applied(STATE);

        assertThat(before.agencies()).containsOnlyKeys(AGENCY);
        assertThat(back.faults(before, TODAY)).isEmpty();
        assertThat(back.applied(before).agencies()).isEmpty();
    }

    @Test
    void aDayBeforeTheEntryReachesBack() {
        var change = Changes.days(Standing.OFFICIAL, Changes.off(LocalDate.of(2026, 11, 20), Standing.OFFICIAL));

        assertThat(change.reachesBack(TODAY)).isTrue();
        assertThat(change.reachesBack(LocalDate.of(2026, 11, 20))).isFalse();
        assertThat(change.faults(STATE, TODAY)).isEmpty();
    }
}
