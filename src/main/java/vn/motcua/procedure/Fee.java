package vn.motcua.procedure;

import java.util.Optional;

/**
 * What a procedure costs on one channel in one case (phí, lệ phí).
 *
 * @param dong whole dong; empty when unknown
 * @param shown what the national portal shows; empty when it shows nothing for this channel and case
 * @param suspect true when what is shown cannot be, as 20 dong for 20,000; then nothing is known
 * @param paid when it is paid; empty when unknown
 */
public record Fee(Optional<Long> dong, Optional<String> shown, boolean suspect, Optional<PaymentMoment> paid) {

    /** Nothing known, nothing shown. */
    public static final Fee UNKNOWN = new Fee(Optional.empty(), Optional.empty(), false, Optional.empty());

    /** When a fee is paid. */
    public enum PaymentMoment {
        RECEPTION,
        SUPPLEMENT,
        RETURN
    }
}
