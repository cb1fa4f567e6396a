package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.Timeliness.Outcome;

class TimelinessTest {

    @ParameterizedTest
    @CsvSource({
        // The day before, to its last instant.
        "2026-03-10T23:59:59.999+07:00, EARLY, EARLY, false",
        // The due day, from its first instant.
        "2026-03-11T00:00:00+07:00, ON_TIME, ON_TIME, false",
        "2026-03-11T16:59:59.999+07:00, ON_TIME, ON_TIME, false",
        // Exactly at the due moment.
        "2026-03-11T17:00:00+07:00, ON_TIME, ON_TIME, false",
        "2026-03-11T17:00:00.001+07:00, ON_TIME, OVERDUE, true",
        "2026-03-11T23:59:59.999+07:00, ON_TIME, OVERDUE, true",
        // The day after.
        "2026-03-12T00:00:00+07:00, OVERDUE, OVERDUE, false",
        // Another date in UTC than in Viet Nam.
        "2026-03-10T17:00:00Z, ON_TIME, ON_TIME, false",
        "2026-03-10T16:59:59Z, EARLY, EARLY, false",
        "2026-03-11T17:00:00Z, OVERDUE, OVERDUE, false"
    })
    void comparesByDayForOneDefinitionAndByMomentForTheOther(
            String finished, Outcome byDay, Outcome byMoment, boolean lateOnTheDueDay) {
        Timeliness timeliness = Timeliness.of(moment(finished), Optional.of(moment("2026-03-11T17:00:00+07:00")));
        assertThat(timeliness.byDay()).isEqualTo(byDay);
        assertThat(timeliness.byMoment()).isEqualTo(byMoment);
        assertThat(timeliness.isLateOnTheDueDay()).isEqualTo(lateOnTheDueDay);
        assertThat(timeliness.dueOn()).contains(LocalDate.of(2026, 3, 11));
    }

    @Test
    void isAClassOfItsOwnWithoutADueMoment() {
        Timeliness timeliness = Timeliness.of(moment("2026-03-11T17:00:00Z"), Optional.empty());
        assertThat(timeliness)
                .isEqualTo(new Timeliness(
                        LocalDate.of(2026, 3, 12), Optional.empty(), Outcome.WITHOUT_DUE, Outcome.WITHOUT_DUE));
        assertThat(timeliness.isLateOnTheDueDay()).isFalse();
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
