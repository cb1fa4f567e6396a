package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.at;
import static vn.motcua.dossier.DossierFixtures.reference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.AnswerCheck.Told;
import vn.motcua.dossier.DueCheck.Difference;

/** Filed on Monday 2026-03-02 at 09:00: the desk answers by Tuesday at 09:00. */
class AnswerCheckTest {

    private static final Instant FILED = at("2026-03-02T09:00");
    private static final Instant DUE = at("2026-03-03T09:00");
    private static final Instant OTHER = at("2026-03-04T09:00");

    @Test
    void findsNothingInWhatFollows() {
        assertThat(differences(DUE, filed(DUE))).isEmpty();
        assertThat(differences(DUE, filed(OTHER), moved(2, OTHER, DUE))).isEmpty();
    }

    @Test
    void namesWhatFilingToldOtherwiseThanTheNewestCalendarWhileItStands() {
        assertThat(differences(OTHER, filed(OTHER)))
                .containsExactly(new Difference(1, OTHER.toString(), DUE.toString()));
    }

    @Test
    void namesAMoveThatItsCalendarDoesNotGive() {
        assertThat(differences(OTHER, filed(DUE), moved(2, DUE, OTHER)))
                .containsExactly(new Difference(2, OTHER.toString(), DUE.toString()));
    }

    @Test
    void namesAMoveThatDoesNotFollowOnTheOneBefore() {
        assertThat(differences(DUE, filed(DUE), moved(2, OTHER, DUE)))
                .containsExactly(new Difference(2, OTHER.toString(), DUE.toString()));
    }

    @Test
    void namesADossierThatStandsOtherwiseThanItsLogTells() {
        assertThat(differences(OTHER, filed(OTHER), moved(2, OTHER, DUE)))
                .containsExactly(new Difference(0, OTHER.toString(), DUE.toString()));
    }

    private static List<Difference> differences(Instant stands, Told... told) {
        Dossier dossier = DossierFixtures.filed(FILED, Optional.of(stands));
        Reference today = reference();
        return AnswerCheck.of(dossier, List.of(told), today, Map.of(1, today.calendar()));
    }

    private static Told filed(Instant due) {
        return new Told(1, 1, Optional.empty(), Optional.empty(), Optional.of(due));
    }

    private static Told moved(int sequence, Instant before, Instant due) {
        return new Told(sequence, 1, Optional.of(1), Optional.of(before), Optional.of(due));
    }
}
