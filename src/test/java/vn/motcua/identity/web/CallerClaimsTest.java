package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS_KEY;
import static vn.motcua.identity.web.TokenFixtures.checker;
import static vn.motcua.identity.web.TokenFixtures.citizen;
import static vn.motcua.identity.web.TokenFixtures.signed;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;

class CallerClaimsTest {

    /** One is a citizen and two an organisation, as a number or as text. */
    @ParameterizedTest
    @MethodSource
    void anAccountOfAKnownKindIsSomebodys(Object kind, Person.Kind whose) {
        assertThat(caller(everything().claim("LoaiTaiKhoan", kind)).person())
                .map(Person::kind)
                .contains(whose);
    }

    static Stream<Object[]> anAccountOfAKnownKindIsSomebodys() {
        return Stream.of(new Object[][] {
            {1, Person.Kind.CITIZEN},
            {"1", Person.Kind.CITIZEN},
            {"01", Person.Kind.CITIZEN},
            {2, Person.Kind.ORGANISATION},
            {"2", Person.Kind.ORGANISATION},
            {"02", Person.Kind.ORGANISATION},
        });
    }

    @ParameterizedTest
    @MethodSource
    void anAccountOfAnUnknownKindIsNobodys(Object kind) {
        Caller caller = caller(everything().claim("LoaiTaiKhoan", kind));
        assertThat(caller.person()).isEmpty();
        assertThat(caller.roles()).isEmpty();
    }

    static Stream<Object> anAccountOfAnUnknownKindIsNobodys() {
        return Stream.of(0, 3, 11, -1, "3", "001", "citizen", "", " ");
    }

    @ParameterizedTest
    @ValueSource(longs = {101_234_567L, 3_001_234_567L, 42_090_001_234L})
    void aTaxCodeGivenAsANumberMayHaveLostItsZeros(long number) {
        assertInvalid(everything().claim("LoaiTaiKhoan", 2).claim("MaSoThue", number));
    }

    @Test
    void aCitizenNumberGivenAsANumberHasLostItsZero() {
        assertInvalid(citizen().claim("SoDinhDanh", 42_090_001_234L));
    }

    @Test
    void aBirthDateMayBeGivenAsANumber() {
        assertThat(born(19_900_517)).isEqualTo("1990-05-17");
        assertThat(born(1950)).isEqualTo("1950");
    }

    /** They read what is theirs; nobody files for themselves whose birth date is not known. */
    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31/02/1990"})
    void whoIsBornOnNoReadableDayIsKnownAndNobodysApplicant(String written) {
        Person person =
                caller(citizen().claim("NgayThangNamSinh", written)).person().orElseThrow();
        assertThat(person.dateOfBirth()).isEmpty();
        for (String date : new String[] {"", "1990", "1990-05-17"}) {
            assertThat(person.matches(person.kind(), person.number(), person.name(), date))
                    .isFalse();
        }
    }

    private static String born(Object written) {
        return caller(citizen().claim("NgayThangNamSinh", written))
                .person()
                .orElseThrow()
                .dateOfBirth();
    }

    private static JWTClaimsSet.Builder everything() {
        return citizen().claim("MaSoThue", "3001234567").claim("TenDoanhNghiep", "Công ty Mẫu");
    }

    private static Caller caller(JWTClaimsSet.Builder claims) {
        return checker().check(signed(CITIZENS_KEY, claims)).block();
    }

    private static void assertInvalid(JWTClaimsSet.Builder claims) {
        assertThatThrownBy(() -> caller(claims))
                .isInstanceOf(TokenRefused.class)
                .hasMessage("invalid-token");
    }
}
