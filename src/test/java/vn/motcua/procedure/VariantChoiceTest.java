package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.procedure.Channel.COUNTER;
import static vn.motcua.procedure.Channel.ONLINE;
import static vn.motcua.procedure.Channel.POSTAL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantChoiceTest {

    private static final Variant COUNTER_PLAIN = variant(COUNTER, "default", 1);
    private static final Variant ONLINE_PLAIN = variant(ONLINE, "default", 1);
    private static final Variant ONLINE_COMPLEX = variant(ONLINE, "complex", 2);
    private static final ProcedureVersion ABSENCE = ProcedureFixtures.procedure(
            1, "1.003677", "Khai báo tạm vắng", COUNTER_PLAIN, ONLINE_PLAIN, ONLINE_COMPLEX);

    @Test
    void onlyCaseNeedsNoName() {
        assertThat(VariantChoice.of(ABSENCE, COUNTER, null)).isEqualTo(new VariantChoice.Chosen(COUNTER_PLAIN));
    }

    @Test
    void namedCaseIsChosenAmongSeveral() {
        assertThat(VariantChoice.of(ABSENCE, ONLINE, "complex")).isEqualTo(new VariantChoice.Chosen(ONLINE_COMPLEX));
    }

    @Test
    void severalCasesWithoutANameAreAmbiguous() {
        assertThat(VariantChoice.of(ABSENCE, ONLINE, null))
                .isInstanceOfSatisfying(
                        VariantChoice.Ambiguous.class,
                        choice -> assertThat(choice.cases()).containsExactly("default", "complex"));
    }

    @Test
    void unknownCaseIsNeverReplacedByTheOnlyOne() {
        assertThat(VariantChoice.of(ABSENCE, COUNTER, "complex"))
                .isEqualTo(new VariantChoice.Ambiguous(List.of(COUNTER_PLAIN)));
    }

    @Test
    void missingChannelNamesThoseThatAreOffered() {
        assertThat(VariantChoice.of(ABSENCE, POSTAL, null))
                .isEqualTo(new VariantChoice.NotOffered(List.of(ONLINE, COUNTER)));
    }

    private static Variant variant(Channel channel, String caseCode, int days) {
        return ProcedureFixtures.variant(channel, caseCode, Optional.of(new Term.WorkingDays(days)));
    }
}
