package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.SearchKey;

/** Keys in the language of queries: whatever somebody types, only words reach it. */
class PartyKeysTest {

    @Test
    void allKeysAtOneOfTheAgencies() {
        assertThat(PartyKeys.query(SearchKey.ofText("Nguyễn Y"), Set.of(7, 12)))
                .isEqualTo("('7/nguyen':* & '7/y') | ('12/nguyen':* & '12/y')");
        assertThat(PartyKeys.query(SearchKey.ofText("Mẫu"), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a'b",
                "mau' | '7/x",
                "mau\\",
                "mau:*",
                "m & !n",
                "(((",
                "mau <-> van",
                "ﷺ'mau",
                "mau\u02BC'\u2019",
                "²³'"
            })
    void noSignOfTheLanguageComesThrough(String typed) {
        assertThat(SearchKey.ofText(typed))
                .allSatisfy(key -> assertThat(key.text()).matches("[\\p{L}\\p{N}]+"));
    }
}
