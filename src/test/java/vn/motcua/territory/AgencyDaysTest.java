package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgencyDaysTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    /** Renamed each tenth day, with a new identifier five days later; it ends after twenty names. */
    private static final AgencyHistory RENAMED = new AgencyHistory(
            12,
            AgencyKind.PEOPLES_COMMITTEE,
            Level.COMMUNE,
            "S8M",
            IntStream.range(0, 20)
                    .mapToObj(at -> new AgencyHistory.Version(
                            FROM.plusDays(10 * at),
                            Optional.of(FROM.plusDays(10 * at + 9)),
                            "Name " + at,
                            Optional.of(at)))
                    .toList(),
            IntStream.range(0, 20)
                    .mapToObj(at -> new AgencyHistory.Identifier(
                            FROM.plusDays(10 * at + 5), Optional.empty(), "H%02d".formatted(at), false))
                    .toList());

    private static final AgencyHistory MINISTRY = new AgencyHistory(
            99,
            AgencyKind.MINISTRY,
            Level.MINISTRY,
            "S8M",
            List.of(new AgencyHistory.Version(FROM.plusDays(3), Optional.empty(), "Ministry", Optional.empty())),
            List.of(new AgencyHistory.Identifier(FROM.plusDays(3), Optional.empty(), "G01", false)));

    @Test
    void eachDayHasWhatExistsOnItAsItStandsOnIt() {
        var days = new AgencyDays(List.of(RENAMED, MINISTRY));
        for (int round = 0; round < 2; round++) {
            for (LocalDate day = FROM.minusDays(2); day.isBefore(FROM.plusDays(210)); day = day.plusDays(1)) {
                assertThat(days.on(day)).containsExactlyInAnyOrderElementsOf(standingOn(day));
                assertThat(days.on(day, RENAMED.id()).isPresent()).isEqualTo(RENAMED.existsOn(day));
            }
        }
    }

    @Test
    void daysBetweenTwoChangesShareOneList() {
        var days = new AgencyDays(List.of(RENAMED, MINISTRY));
        assertThat(days.on(FROM.plusDays(11))).isSameAs(days.on(FROM.plusDays(14)));
        assertThat(days.on(FROM.plusDays(14))).isNotEqualTo(days.on(FROM.plusDays(15)));
    }

    @Test
    void agenciesComeByLevelAndId() {
        assertThat(new AgencyDays(List.of(RENAMED, MINISTRY)).on(FROM.plusDays(4)))
                .extracting(Agency::level)
                .isSorted();
    }

    private static List<Agency> standingOn(LocalDate day) {
        return List.of(RENAMED, MINISTRY).stream()
                .filter(agency -> agency.existsOn(day))
                .map(agency -> agency.on(day))
                .toList();
    }
}
