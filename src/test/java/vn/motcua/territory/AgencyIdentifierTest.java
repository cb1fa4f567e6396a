package vn.motcua.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "H27, 000.00.00.H27",
        "H27.01, 000.00.01.H27",
        "H25.16, 000.00.16.H25",
        "H25.16.05, 000.05.16.H25",
        "H25.16.05.012, 012.05.16.H25",
        "H25.16.00.012, 012.00.16.H25",
        "G15, 000.00.00.G15"
    })
    void bothFormsAreOneIdentifier(String written, String old) {
        assertThat(AgencyIdentifier.parse(old)).hasValue(new AgencyIdentifier(written));
        assertThat(new AgencyIdentifier(written).oldForm()).hasValue(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H55.242", "Z99.18073", "Z99.18073.CA", "H27.01.02.003.04", "H27.00"})
    void whatTheOldFormHasNoRoomForHasNone(String written) {
        assertThat(AgencyIdentifier.parse(written)).hasValue(new AgencyIdentifier(written));
        assertThat(new AgencyIdentifier(written).oldForm()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' h27.01 ', H27.01", "000.00.01.h27, H27.01"})
    void caseAndSpaceAroundItDoNotMatter(String typed, String written) {
        assertThat(AgencyIdentifier.parse(typed)).map(AgencyIdentifier::value).hasValue(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H",
                "H2",
                "27",
                "HH7",
                "H27.",
                ".H27",
                "H27..01",
                "H27-01",
                "00.01.H27",
                "000.00.0.H27",
                "Đ27"
            })
    void anythingElseIsNone(String text) {
        assertThat(AgencyIdentifier.parse(text)).isEmpty();
    }

    @Test
    void thirtyFiveCharactersAreTheMost() {
        String longest = "H27." + "1".repeat(31);
        assertThat(AgencyIdentifier.parse(longest)).isPresent();
        assertThat(AgencyIdentifier.parse(longest + "1")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AgencyIdentifier(longest + "1"));
    }
}
