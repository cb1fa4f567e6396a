package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.LeastAssurance.Shortfall;

class LeastAssuranceTest {

    /** Least account and session, then the caller's; 0 is none, and what the issuer does not say. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, ",
        "2, 0, 2, 0, ",
        "2, 0, 1, 4, account 2",
        "2, 0, 0, 4, account 2",
        "1, 0, 0, 0, account 1",
        "0, 3, 2, 3, ",
        "0, 3, 2, 4, ",
        "0, 3, 2, 2, session 3",
        "0, 1, 2, 0, session 1",
        "2, 3, 2, 2, session 3",
        "2, 3, 1, 2, account 2",
        "2, 3, 1, 3, account 2",
    })
    void comparesEachScaleByItselfAndTheAccountFirst(int account, int session, int own, int signedIn, String lacks) {
        Caller caller = caller(Person.Kind.CITIZEN, own, signedIn);
        assertThat(new LeastAssurance(account, session).lackedBy(caller).map(LeastAssuranceTest::words))
                .isEqualTo(Optional.ofNullable(lacks));
    }

    @ParameterizedTest
    @CsvSource({"FOREIGNER, 3, ", "ORGANISATION, 3, ", "FOREIGNER, 1, session 2", "ORGANISATION, 0, session 2"})
    void asksNoAccountLevelOfThoseWhoHaveNone(Person.Kind kind, int signedIn, String lacks) {
        assertThat(new LeastAssurance(2, 2).lackedBy(caller(kind, 0, signedIn)).map(LeastAssuranceTest::words))
                .isEqualTo(Optional.ofNullable(lacks));
    }

    @Test
    void knowsNoLevelsBeyondTheScales() {
        for (int[] levels : new int[][] {{3, 0}, {-1, 0}, {0, 5}, {0, -1}}) {
            assertThatThrownBy(() -> new LeastAssurance(levels[0], levels[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String words(Shortfall shortfall) {
        return switch (shortfall) {
            case Shortfall.OfAccount(int required) -> "account " + required;
            case Shortfall.OfSession(int required) -> "session " + required;
        };
    }

    private static Caller caller(Person.Kind kind, int account, int session) {
        return new Caller(
                "citizens|x",
                Set.of(Role.CITIZEN),
                Optional.of(new Person(kind, "042090001234", "Mẫu", "1990")),
                Set.of(),
                Optional.empty(),
                new Assurance(Optional.of(account).filter(level -> level > 0), session),
                Set.of(),
                Optional.empty());
    }
}
