package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.procedure.PublishedRows.read;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.procedure.Publication.Change;

class ShownLevelsTest {

    private static final LocalDate LATER = LocalDate.of(2026, 3, 2);

    /** What is asked now, the row's two columns, what is asked then. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, '', '', 0, 0",
        "2, 3, '', '', 2, 3",
        "0, 0, 2, '', 2, 0",
        "0, 0, '', 4, 0, 4",
        "2, 3, 1, 2, 1, 2",
        "2, 3, 0, '', 0, 3",
        "2, 3, '', 0, 2, 0",
    })
    void aRowThatIsSilentChangesNothing(
            int account, int session, String accountColumn, String sessionColumn, int thenAccount, int thenSession) {
        ShownLevels shown = levels(accountColumn, sessionColumn);
        assertThat(shown.after(new LeastAssurance(account, session)))
                .isEqualTo(new LeastAssurance(thenAccount, thenSession));
    }

    @Test
    void aFirstVersionAsksWhatItsRowSays() {
        assertThat(first("account_level", "2").least()).isEqualTo(new LeastAssurance(2, 0));
        assertThat(first("code", "1.004222").least()).isEqualTo(LeastAssurance.NONE);
    }

    @Test
    void anotherLevelMakesAnotherVersionAndSilenceMakesNone() {
        ProcedureVersion asking = first("account_level", "2");
        assertThat(Publication.change(Optional.of(asking), read(), LATER)).isInstanceOf(Change.Unchanged.class);
        assertThat(Publication.change(Optional.of(asking), read("account_level", "0"), LATER))
                .isInstanceOfSatisfying(Change.Replaced.class, change -> {
                    assertThat(change.ended().least()).isEqualTo(new LeastAssurance(2, 0));
                    assertThat(change.next().least()).isEqualTo(LeastAssurance.NONE);
                });
        assertThat(Publication.change(Optional.of(asking), read("duration", "9"), LATER))
                .isInstanceOfSatisfying(
                        Change.Replaced.class,
                        change -> assertThat(change.next().least()).isEqualTo(new LeastAssurance(2, 0)));
    }

    private static ProcedureVersion first(String column, String text) {
        return ((Change.Added) Publication.change(Optional.empty(), read(column, text), ProcedureFixtures.FROM))
                .version();
    }

    private static ShownLevels levels(String account, String session) {
        return read("account_level", account, "authentication_level", session).levels();
    }
}
