package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.identity.Assurance;
import vn.motcua.identity.Person;
import vn.motcua.identity.web.IdentityProperties.Claims;

class AssurancesTest {

    @ParameterizedTest
    @MethodSource
    void readsBothScalesAndTakesWhatSaysNothingForTheLowest(Map<String, Object> claims, Assurance expected) {
        assertThat(of(Person.Kind.CITIZEN, claims)).isEqualTo(expected);
    }

    static Stream<Arguments> readsBothScalesAndTakesWhatSaysNothingForTheLowest() {
        return Stream.of(
                Arguments.of(Map.of(), Assurance.UNKNOWN),
                Arguments.of(Map.of("IAL", 2L, "loAs", 3L), new Assurance(Optional.of(2), 3)),
                Arguments.of(Map.of("IAL", "2", "loAs", "4"), new Assurance(Optional.of(2), 4)),
                Arguments.of(Map.of("IAL", "01", "loAs", "02"), new Assurance(Optional.of(1), 2)),
                Arguments.of(Map.of("IAL", 1), new Assurance(Optional.of(1), 0)),
                Arguments.of(Map.of("loAs", 1L), new Assurance(Optional.empty(), 1)),
                Arguments.of(Map.of("IAL", 3L, "loAs", 5L), Assurance.UNKNOWN),
                Arguments.of(Map.of("IAL", 0L, "loAs", 0L), Assurance.UNKNOWN),
                Arguments.of(Map.of("IAL", -1L, "loAs", 2.0), Assurance.UNKNOWN),
                Arguments.of(Map.of("IAL", true, "loAs", List.of(4L)), Assurance.UNKNOWN),
                Arguments.of(Map.of("IAL", "hai", "loAs", "urn:level:4"), Assurance.UNKNOWN),
                Arguments.of(Map.of("acr", "3"), Assurance.UNKNOWN),
                Arguments.of(Map.of("loAs", 1L, "acr", "4"), new Assurance(Optional.empty(), 1)));
    }

    @Test
    void doesNotHearOfAnAccountLevelOfThoseWhoHaveNone() {
        for (Person.Kind kind : List.of(Person.Kind.FOREIGNER, Person.Kind.ORGANISATION)) {
            assertThat(of(kind, Map.of("IAL", 2L, "loAs", 3L))).isEqualTo(new Assurance(Optional.empty(), 3));
        }
    }

    /** A verified token of a citizen carries them to the caller. */
    @Test
    void tellsThemWithTheCaller() {
        String token = TokenFixtures.signed(
                TokenFixtures.CITIZENS_KEY,
                TokenFixtures.citizen().claim("IAL", 2).claim("loAs", 3));
        assertThat(TokenFixtures.checker().check(token).block())
                .satisfies(caller -> assertThat(caller.assurance()).isEqualTo(new Assurance(Optional.of(2), 3)));
    }

    private static Assurance of(Person.Kind kind, Map<String, Object> claims) {
        var token = new JWTClaimsSet.Builder();
        claims.forEach(token::claim);
        return Assurances.of(Claims.standard(), kind, token.build());
    }
}
