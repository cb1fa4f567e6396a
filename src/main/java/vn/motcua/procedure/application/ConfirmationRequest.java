package vn.motcua.procedure.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Caller;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.Term;

/**
 * What an operator confirms, when, and how a repetition is recognised.
 *
 * @param channels empty for every channel that has the case
 * @param caseCode null when each of the channels has one case
 * @param moment taken once, at the edge
 * @param key the idempotency key
 * @param fingerprint path and digest of the body
 */
public record ConfirmationRequest(
        Caller caller,
        ProcedureCode code,
        List<Channel> channels,
        @Nullable String caseCode,
        Term term,
        String source,
        boolean verified,
        Instant moment,
        Optional<String> key,
        String fingerprint) {}
