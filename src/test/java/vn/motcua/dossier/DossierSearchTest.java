package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.Person;

/** By what applicants are found, and what nobody can be looked for by. */
class DossierSearchTest {

    @ParameterizedTest
    @CsvSource({
        "0912345678, +84912345678",
        "'0912 345 678', +84912345678",
        "+84912345678, +84912345678",
        "84912345678, +84912345678",
        "0084912345678, +84912345678",
        "'+84 (0)912.345.678', +84912345678",
        "0912\u2013345\u2013678, +84912345678",
        "02393855555, +842393855555",
        "'(0239) 3 855 555', +842393855555",
        "+81312345678, +81312345678",
        "0081 3 1234 5678, +81312345678"
    })
    void aPhoneIsKeptAsTheWorldDialsIt(String written, String dialled) {
        assertThat(PhoneNumber.of(written).map(PhoneNumber::e164)).contains(dialled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12",
                "0",
                "912345678",
                "09123",
                "091234567890",
                "+84",
                "+8491",
                "phone",
                "0912x345678",
                "++84912345678",
                "+0912345678"
            })
    void whatIsNoWholePhoneIsNone(String written) {
        assertThat(PhoneNumber.of(written)).isEmpty();
    }

    @Test
    void keysAreWordsWithoutMarksThePhoneAndTheNumber() {
        Person person = new Person(Person.Kind.CITIZEN, "042090001234", "Đặng  Thị-Huyền Đặng", "1990");
        assertThat(SearchKey.of(person, PhoneNumber.of("0912345678")).stream().map(SearchKey::text))
                .containsExactly("dang", "thi", "huyen", "+84912345678", "#042090001234");
    }

    @Test
    void aSingleLetterIsAWholeWord() {
        assertThat(SearchKey.ofText("Y Moan")).containsExactly(new SearchKey("y", false), new SearchKey("moan", true));
    }

    @Test
    void aSearchNeedsSomethingToLookForAndNamesEveryFault() {
        assertThat(faults(null, null, null)).containsExactly(new Fault("/text", "missing-field"));
        assertThat(faults("Y", "12", null))
                .containsExactly(new Fault("/text", "too-short"), new Fault("/phone", "invalid-format"));
        assertThat(faults("'&|!", null, "042090001234")).containsExactly(new Fault("/text", "too-short"));
        assertThat(faults("y m", null, null)).containsExactly(new Fault("/text", "too-short"));
        assertThat(faults("y mo", "0912345678", "042090001234")).isEmpty();
    }

    @Test
    void nothingThatIsPrintedNamesAnybody() {
        assertThat(List.of(
                                PhoneNumber.of("0912345678").orElseThrow(),
                                SearchKey.ofText("mẫu"),
                                search("mẫu", "0912345678", "042090001234"))
                        .toString())
                .doesNotContain("mẫu", "mau", "912345678", "042090001234");
    }

    private static List<Fault> faults(String text, String phone, String citizenId) {
        return search(text, phone, citizenId).faults();
    }

    private static DossierSearch search(String text, String phone, String citizenId) {
        return new DossierSearch(Optional.ofNullable(text), Optional.ofNullable(phone), Optional.ofNullable(citizenId));
    }
}
