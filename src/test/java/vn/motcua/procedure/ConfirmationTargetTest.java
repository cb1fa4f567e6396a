package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.procedure.Channel.COUNTER;
import static vn.motcua.procedure.Channel.ONLINE;
import static vn.motcua.procedure.Channel.POSTAL;
import static vn.motcua.procedure.ProcedureFixtures.variant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfirmationTargetTest {

    private static final Variant COUNTER_PLAIN = variant(COUNTER, "default", Optional.empty());
    private static final Variant ONLINE_PLAIN = variant(ONLINE, "default", Optional.empty());
    private static final Variant ONLINE_COMPLEX = variant(ONLINE, "complex", Optional.empty());
    private static final ProcedureVersion ABSENCE = ProcedureFixtures.procedure(
            1, "1.003677", "Khai báo tạm vắng", COUNTER_PLAIN, ONLINE_PLAIN, ONLINE_COMPLEX);

    @Test
    void namedChannelAndCaseAreOneVariant() {
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(ONLINE), "complex"))
                .isEqualTo(new ConfirmationTarget.Variants(List.of(ONLINE_COMPLEX)));
    }

    @Test
    void withoutChannelsEveryoneThatHasTheCaseIsMeant() {
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(), "default"))
                .isEqualTo(new ConfirmationTarget.Variants(List.of(COUNTER_PLAIN, ONLINE_PLAIN)));
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(), "complex"))
                .isEqualTo(new ConfirmationTarget.Variants(List.of(ONLINE_COMPLEX)));
    }

    @Test
    void channelOfSeveralCasesNeedsOne() {
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(COUNTER), null))
                .isEqualTo(new ConfirmationTarget.Variants(List.of(COUNTER_PLAIN)));
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(), null))
                .isEqualTo(new ConfirmationTarget.Ambiguous(List.of("default", "complex")));
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(), "other"))
                .isEqualTo(new ConfirmationTarget.Ambiguous(List.of("default", "complex")));
    }

    @Test
    void channelThatIsNotOfferedIsNotConfirmed() {
        assertThat(ConfirmationTarget.of(ABSENCE, List.of(ONLINE, POSTAL), "complex"))
                .isEqualTo(new ConfirmationTarget.NotOffered(List.of(ONLINE, COUNTER)));
    }

    @Test
    void wordCountsForTheVariantsThatAreMeantAndNoOther() {
        TermConfirmation word =
                new TermConfirmation(new Term.WorkingDays(3), false, "Thông lệ", "operator", Instant.EPOCH);
        ProcedureVersion confirmed = ABSENCE.confirmed(List.of(ONLINE_COMPLEX), word);
        assertThat(confirmed.variants())
                .extracting(Variant::basis)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(TermBasis.UNVERIFIED));
    }
}
