package vn.motcua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {

    private static final NameIndex<String> NAMES = new NameIndex<>(
            List.of(
                    "Thủ tục đăng ký khai sinh có yếu tố nước ngoài",
                    "Thủ tục đăng ký khai sinh",
                    "Đăng ký lại khai sinh",
                    "Đăng ký thường trú",
                    "Xã Ea H'Leo"),
            Function.identity());

    @ParameterizedTest
    @CsvSource({
        "Đắk Lắk, dak lak",
        "ĐẮK  LẮK, dak lak",
        "Ðắk Lắk, dak lak",
        "H’Leo, hleo",
        "H'Leo, hleo",
        "Phường Hoà Khánh, phuong hoa khanh",
        "2.000815 (bản sao), 2 000815 ban sao"
    })
    void marksCaseAndPunctuationDoNotMatter(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
        assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    @Test
    void everyWordOfTheQueryBeginsAWordOfTheName() {
        assertThat(NAMES.find("sinh khai lai")).containsExactly("Đăng ký lại khai sinh");
        assertThat(NAMES.find("thuong tr")).containsExactly("Đăng ký thường trú");
        assertThat(NAMES.find("inh")).isEmpty();
    }

    @Test
    void wholeNameComesFirstThenItsBeginning() {
        assertThat(NAMES.find("thủ tục đăng ký khai sinh"))
                .containsExactly("Thủ tục đăng ký khai sinh", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài");
    }

    @Test
    void oneLetterIsAQuery() {
        assertThat(NAMES.find("x")).containsExactly("Xã Ea H'Leo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "&|!():*<->", "%_\\"})
    void queryWithoutALetterOrDigitLeavesNothingOut(String query) {
        assertThat(NAMES.find(query)).hasSize(5);
    }
}
