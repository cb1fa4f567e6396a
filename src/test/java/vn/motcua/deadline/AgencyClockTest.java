package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.DeadlineFixtures.CALENDAR;
import static vn.motcua.deadline.DeadlineFixtures.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.Closure.Kind;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.Term;

/** Weeks of June 2026, office hours S8 (08:00 to 12:00, 13:00 to 17:00); 2026-06-01 is a Monday. */
class AgencyClockTest {

    private static final int AGENCY = 7;
    private static final int NEIGHBOUR = 8;
    private static final Term THREE_DAYS = new Term.WorkingDays(3);
    private static final Closure OWN = outage("2026-06-02T08:00", "2026-06-02T12:00", false);
    private static final Closure OF_ALL = outage("2026-06-02T10:00", "2026-06-02T15:00", false);

    @Test
    void anOutageOfAnAgencyIsGivenBackToItsClocksAlone() {
        WorkingCalendar calendar = calendar(List.of(OWN), List.of());
        assertThat(due(calendar, NEIGHBOUR)).isEqualTo(at("2026-06-04T17:00"));
        assertThat(due(calendar, AGENCY)).isEqualTo(at("2026-06-05T12:00"));
    }

    @Test
    void anOutageOfAllStopsEveryClockAndBesideAnotherCountsOnce() {
        WorkingCalendar calendar = calendar(List.of(OWN), List.of(OF_ALL));
        assertThat(due(calendar, NEIGHBOUR)).isEqualTo(at("2026-06-05T12:00"));
        assertThat(due(calendar, AGENCY)).isEqualTo(at("2026-06-05T15:00"));
    }

    @Test
    void anOutageTakesNoSlotAway() {
        WorkingCalendar calendar = calendar(List.of(OWN), List.of(OF_ALL));
        assertThat(calendar.time(AGENCY, OfficeHours.S8)).isSameAs(calendar.time(OfficeHours.S8));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-05-29T08:00, 2026-06-01T09:00, 2026-06-04T17:00",
        "2026-06-04T16:00, 2026-06-04T17:00, 2026-06-05T09:00",
        "2026-06-04T17:01, 2026-06-08T17:00, 2026-06-04T17:00",
        "2026-06-06T08:00, 2026-06-07T17:00, 2026-06-04T17:00",
        "2026-06-01T10:00, 2026-06-01T17:00, 2026-06-04T17:00"
    })
    void onlyWhatWouldHaveBeenCountedIsGivenBack(String from, String to, String due) {
        assertThat(due(calendar(List.of(outage(from, to, false)), List.of()), AGENCY))
                .isEqualTo(at(due));
    }

    @Test
    void anOutageThatIsAnnouncedMakesTheDueMomentDependOnAForecast() {
        WorkingCalendar calendar = calendar(List.of(outage("2026-06-02T08:00", "2026-06-02T12:00", true)), List.of());
        assertThat(clock(calendar, AGENCY).due(at("2026-06-01T09:00"), THREE_DAYS, ClockPolicy.GENERAL))
                .isInstanceOfSatisfying(
                        Computation.Due.class,
                        due -> assertThat(due.deadline().dependsOnForecast()).isTrue());
    }

    @Test
    void theExplanationTellsThePauseWithItsGroundAndWhoDeclaredIt() {
        var told = (Explanation.Explained) clock(calendar(List.of(OWN), List.of()), AGENCY)
                .explain(at("2026-06-01T09:00"), THREE_DAYS, ClockPolicy.GENERAL);

        assertThat(told.deadline().dueAt()).isEqualTo(at("2026-06-05T12:00"));
        assertThat(told.steps())
                .filteredOn(step -> step.kind() == Step.Kind.PAUSE)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.from()).isEqualTo(at("2026-06-02T08:00"));
                    assertThat(step.to()).isEqualTo(at("2026-06-02T12:00"));
                    assertThat(step.because(Language.VIETNAMESE))
                            .isEqualTo("Hệ thống gặp sự cố, không tính (Hỏng máy chủ).");
                    assertThat(step.source()).contains("Thông báo 5");
                });
    }

    /** Closures that lie beside the way are not looked at; what is found so is what the agency's own time gives. */
    @Test
    void theShortWayGivesWhatTheAgencysOwnTimeGives() {
        Random random = new Random(20261122);
        for (int turn = 0; turn < 200; turn++) {
            List<Closure> closures = closures(random);
            WorkingCalendar calendar = calendar(closures, List.of());
            for (int question = 0; question < 50; question++) {
                Instant received = LocalDateTime.of(2026, 1, 1, 0, 0)
                        .plusMinutes(random.nextInt(250 * 24 * 60))
                        .atZone(WorkingCalendar.ZONE)
                        .toInstant();
                Term term = term(random);
                assertThat(clock(calendar, AGENCY).due(received, term, ClockPolicy.GENERAL))
                        .as("%s from %s with %s", term, received, closures)
                        .isEqualTo(Deadlines.due(received, term, calendar.time(AGENCY, OfficeHours.S8)));
            }
        }
    }

    @Test
    void warningsBesideClosuresAreThoseOfTheTimeThatManyShare() {
        Random random = new Random(20261123);
        List<WarningPoint> points =
                List.of(new WarningPoint.Share(50), new WarningPoint.Share(80), new WarningPoint.WorkingDaysBefore(2));
        int shared = 0;
        for (int turn = 0; turn < 2000; turn++) {
            WorkingCalendar calendar = calendar(closures(random), List.of());
            Instant started = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(250 * 24 * 60)));
            Instant due = started.plus(Duration.ofMinutes(1 + random.nextInt(20 * 24 * 60)));
            WorkingTime between = clock(calendar, AGENCY).time(started, due);
            shared += between.timetable().closures().isEmpty() ? 1 : 0;
            assertThat(DeadlineWarning.of(ClockKind.PROCESSING, points, started, due, between))
                    .isEqualTo(DeadlineWarning.of(
                            ClockKind.PROCESSING, points, started, due, calendar.time(AGENCY, OfficeHours.S8)));
        }
        assertThat(shared).isBetween(500, 1900);
    }

    private static List<Closure> closures(Random random) {
        List<Closure> closures = new ArrayList<>();
        for (int month = 1; month <= 9; month++) {
            LocalDateTime from = LocalDate.of(2026, month, 1 + random.nextInt(20))
                    .atTime(7, 0)
                    .plusMinutes(30L * random.nextInt(24));
            closures.add(new Closure(from, from.plusMinutes(30L * (1 + random.nextInt(200))), "Bão", "Lệnh 1", false));
        }
        closures.sort(Comparator.comparing(Closure::from));
        return closures;
    }

    private static Term term(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Term.WorkingHours(1 + random.nextInt(60));
            case 1 -> new Term.CalendarDays(1 + random.nextInt(40));
            case 2 -> new Term.Months(1 + random.nextInt(2));
            case 3 -> new Term.SameDay(LocalTime.of(15, 0));
            default -> new Term.WorkingDays(1 + random.nextInt(20));
        };
    }

    private static Instant due(WorkingCalendar calendar, int agency) {
        return switch (clock(calendar, agency).due(at("2026-06-01T09:00"), THREE_DAYS, ClockPolicy.GENERAL)) {
            case Computation.Due(var deadline) -> deadline.dueAt();
            case OutsideCalendar outside -> throw new AssertionError(outside);
        };
    }

    private static AgencyClock clock(WorkingCalendar calendar, int agency) {
        return new AgencyClock(calendar, agency, OfficeHours.S8);
    }

    private static Closure outage(String from, String to, boolean forecast) {
        return new Closure(
                Kind.OUTAGE,
                LocalDateTime.parse(from),
                LocalDateTime.parse(to),
                "Hỏng máy chủ",
                "Thông báo 5",
                forecast);
    }

    private static WorkingCalendar calendar(List<Closure> own, List<Closure> everywhere) {
        return new WorkingCalendar(
                2,
                CALENDAR.knownFrom(),
                CALENDAR.knownUntil(),
                CALENDAR.specialDays(),
                List.of(),
                Map.of(AGENCY, new AgencyTimes(List.of(), List.of(), own)),
                new AgencyTimes(List.of(), List.of(), everywhere),
                1 << 20);
    }
}
