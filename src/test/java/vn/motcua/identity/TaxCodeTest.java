package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    /** 0100109106: the weighted sum is 114, by eleven the remainder 4, and ten less four is 6. */
    @ParameterizedTest
    @ValueSource(strings = {"0100109106", "0100109106-001", "0100109106-999", "3001234567"})
    void vouchesForACodeByItsCheckDigit(String code) {
        assertThat(TaxCode.of(code)).contains(new TaxCode(code, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100109100", "0100109107", "0100109105-001", "3001234560"})
    void findsAWrongCheckDigit(String code) {
        assertThat(TaxCode.of(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "010010910",
                "01001091061",
                "0100109106-01",
                "0100109106-000",
                "0100109106001",
                "0100109106-0011",
                "01001O9106",
                "０１００１０９１０６",
                "0100109106-",
                " 0100109106"
            })
    void knowsWhatIsNoTaxCode(String text) {
        assertThat(TaxCode.of(text)).isEmpty();
    }

    /** Programs write 0, or say that there is no such code: only the register knows. */
    @ParameterizedTest
    @MethodSource("beginningsWithoutADigit")
    void leavesToTheRegisterWhatTheFormulaDoesNotDecide(String nine) {
        for (int last = 0; last <= 9; last++) {
            assertThat(TaxCode.of(nine + last)).contains(new TaxCode(nine + last, false));
        }
    }

    static Stream<String> beginningsWithoutADigit() {
        return nines(1).filter(nine -> sum(nine) % 11 == 0).limit(20);
    }

    /** Since 2025-07-01 households in business and persons have no tax code of their own. */
    @Test
    void takesACitizenNumberWithoutVouchingForIt() {
        TaxCode household = TaxCode.of("042090001234").orElseThrow();
        assertThat(household.isVerified()).isFalse();
        assertThat(household.isCitizenNumber()).isTrue();
        assertThat(TaxCode.of("0100109106").orElseThrow().isCitizenNumber()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void findsEveryDigitThatWasMistyped(String code) {
        for (int at = 0; at < code.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != code.charAt(at)) {
                    neverVerified(code.substring(0, at) + other + code.substring(at + 1));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void findsEveryTwoNeighbouringDigitsThatChangedPlaces(String code) {
        for (int at = 0; at < code.length() - 2; at++) {
            char one = code.charAt(at);
            char next = code.charAt(at + 1);
            if (one != next) {
                neverVerified(code.substring(0, at) + next + one + code.substring(at + 2));
            }
        }
    }

    private static void neverVerified(String code) {
        assertThat(TaxCode.of(code).filter(TaxCode::isVerified)).as(code).isEmpty();
    }

    static Stream<String> codes() {
        return nines(2026)
                .filter(nine -> sum(nine) % 11 != 0)
                .map(nine -> nine + (10 - sum(nine) % 11))
                .limit(200);
    }

    private static Stream<String> nines(long seed) {
        return new SplittableRandom(seed).ints(0, 1_000_000_000).mapToObj("%09d"::formatted);
    }

    private static int sum(String nine) {
        int sum = 0;
        for (int at = 0; at < nine.length(); at++) {
            sum += WEIGHTS[at] * (nine.charAt(at) - '0');
        }
        return sum;
    }

    @Test
    void neverSaysTheCode() {
        assertThat(Optional.of(new TaxCode("042090001234", false)).toString()).doesNotContain("0420", "1234");
    }
}
