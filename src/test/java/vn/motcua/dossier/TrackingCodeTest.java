package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int BYTES = 10;

    static List<String> codes() {
        Random random = new Random(20261121);
        List<String> codes = new ArrayList<>();
        for (int made = 0; made < 500; made++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            codes.add(TrackingCode.from(bytes).value());
        }
        codes.add(TrackingCode.from(new byte[BYTES]).value());
        codes.add(TrackingCode.from("ÿÿÿÿÿÿÿÿÿÿ".getBytes(StandardCharsets.ISO_8859_1))
                .value());
        return codes;
    }

    @Test
    void hasNineteenCharactersThatBeginWithMc() {
        assertThat(codes()).allSatisfy(code -> assertThat(code).matches("MC[0-9A-Z]{17}"));
    }

    @Test
    void isDifferentForDifferentRandomBits() {
        assertThat(codes()).doesNotHaveDuplicates();
    }

    @Test
    void isCaughtWithAnySingleWrongCharacter() {
        assertThat(codes().stream().flatMap(TrackingCodeTest::withOneWrong))
                .filteredOn(TrackingCode::isValid)
                .isEmpty();
    }

    @Test
    void isCaughtWithAnyTwoNeighboursSwapped() {
        assertThat(codes().stream().flatMap(TrackingCodeTest::withTwoSwapped))
                .filteredOn(TrackingCode::isValid)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isReadAsItWasWritten(String code) {
        assertThat(new TrackingCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MC",
                "mc00000000000000000",
                "XX00000000000000000",
                "MC0000000000000000Ω",
                "MC 0000000000000000"
            })
    void hasNoOtherForm(String text) {
        assertThat(TrackingCode.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TrackingCode(text));
    }

    private static Stream<String> withOneWrong(String code) {
        return places(code)
                .flatMap(at -> ALPHABET.chars()
                        .filter(other -> other != code.charAt(at))
                        .mapToObj(other -> code.substring(0, at) + (char) other + code.substring(at + 1)));
    }

    private static Stream<String> withTwoSwapped(String code) {
        return places(code)
                .filter(at -> at + 1 < code.length() && code.charAt(at) != code.charAt(at + 1))
                .map(at -> code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2));
    }

    private static Stream<Integer> places(String code) {
        return Stream.iterate(0, at -> at < code.length(), at -> at + 1);
    }
}
