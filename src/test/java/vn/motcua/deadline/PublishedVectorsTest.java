package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.calendar.CalendarFixtures;

/** The engine meets every row of the tables that are served at {@code /vectors/}. */
class PublishedVectorsTest {

    static Stream<Vector> vectors() {
        return Vector.all().stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theEngineMeetsEveryRow(Vector vector) {
        assertThat(vector.answer()).as("%s: %s", vector.id(), vector.why()).isEqualTo(vector.due());
        Reckoning reckoned = Reckoning.of(vector.history(), vector.term(), vector.policy(), vector.time());
        assertThat(reckoned.firstPromise().map(Deadline::dueAt))
                .as("%s: first promise", vector.id())
                .isEqualTo(vector.firstDue());
        assertThat(reckoned.deadline().map(Deadline::dependsOnForecast).orElse(false))
                .as("%s: depends on a forecast", vector.id())
                .isEqualTo(vector.dependsOnForecast());
    }

    @Test
    void noRowIsTheSameAsAnother() {
        List<Vector> all = Vector.all();
        assertThat(all).extracting(Vector::id).doesNotHaveDuplicates().hasSizeGreaterThan(120);
    }

    @Test
    void theCalendarThatIsPublishedBesideThemIsTheOneTheyAreCountedOn() {
        assertThat(Vector.rows("calendar"))
                .extracting(PublishedVectorsTest::line)
                .containsExactlyElementsOf(CalendarFixtures.seeded().specialDays().stream()
                        .map(day -> day.day()
                                + (day.worked() ? " work" : " off")
                                + (day.forecast() ? " forecast" : " official"))
                        .toList());
    }

    private static String line(NamedCsvRecord row) {
        return row.getField("date") + " " + row.getField("kind") + " " + row.getField("status");
    }
}
