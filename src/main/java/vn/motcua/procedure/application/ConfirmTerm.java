package vn.motcua.procedure.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Role;
import vn.motcua.platform.Snapshot;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ConfirmationTarget;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.Variant;
import vn.motcua.procedure.application.ConfirmationRefused.Reason;
import vn.motcua.procedure.application.TermConfirmations.Act;

/** Records an operator's word on a term; from then on it counts, in this instance at once. */
@Service
public class ConfirmTerm {

    /** So often it is decided while others change the catalogue. */
    private static final int ATTEMPTS = 3;

    private final ProcedureSnapshots procedures;
    private final TermConfirmations confirmations;

    ConfirmTerm(ProcedureSnapshots procedures, TermConfirmations confirmations) {
        this.procedures = procedures;
        this.confirmations = confirmations;
    }

    /** What the caller is told, and whether it was told so before. */
    public record Answer(String body, boolean replayed) {}

    /**
     * Answers what the first request with this key was answered.
     *
     * @param writer puts the procedure with its confirmed term into the contract's words
     */
    public Mono<Answer> confirm(ConfirmationRequest request, Function<ProcedureVersion, String> writer) {
        if (!request.caller().is(Role.OPERATOR)) {
            return refused(new Reason.NeverThisRole());
        }
        return attempt(request, writer, ATTEMPTS);
    }

    private Mono<Answer> attempt(
            ConfirmationRequest request, Function<ProcedureVersion, String> writer, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return refused(new Reason.CatalogueChanging());
        }
        return replayed(request)
                .switchIfEmpty(Mono.defer(() -> confirmAnew(request, writer)))
                .switchIfEmpty(Mono.defer(() -> attempt(request, writer, attemptsLeft - 1)));
    }

    private Mono<Answer> replayed(ConfirmationRequest request) {
        return request.key()
                .map(key -> confirmations
                        .answered(request.caller().subject(), key)
                        .flatMap(Mono::justOrEmpty)
                        .flatMap(stored -> stored.request().equals(request.fingerprint())
                                ? Mono.just(new Answer(stored.body(), true))
                                : ConfirmTerm.<Answer>refused(new Reason.KeyReused())))
                .orElseGet(Mono::empty);
    }

    /** Empty when the catalogue changed meanwhile: what was decided may be wrong in the new one. */
    private Mono<Answer> confirmAnew(ConfirmationRequest request, Function<ProcedureVersion, String> writer) {
        LocalDate today = request.moment().atZone(WorkingCalendar.ZONE).toLocalDate();
        return procedures.snapshot().flatMap(catalogue -> {
            Optional<ProcedureVersion> procedure = catalogue.value().inForce(request.code(), today);
            return procedure.isEmpty()
                    ? refused(new Reason.NotFound())
                    : confirm(request, new Snapshot<>(catalogue.number(), procedure.get()), writer);
        });
    }

    private Mono<Answer> confirm(
            ConfirmationRequest request, Snapshot<ProcedureVersion> seen, Function<ProcedureVersion, String> writer) {
        return switch (ConfirmationTarget.of(seen.value(), request.channels(), request.caseCode())) {
            case ConfirmationTarget.NotOffered(List<Channel> offered) -> refused(new Reason.NotOffered(offered));
            case ConfirmationTarget.Ambiguous(List<String> cases) -> refused(new Reason.Ambiguous(cases));
            case ConfirmationTarget.Variants(List<Variant> variants) -> store(request, seen, variants, writer);
        };
    }

    private Mono<Answer> store(
            ConfirmationRequest request,
            Snapshot<ProcedureVersion> seen,
            List<Variant> variants,
            Function<ProcedureVersion, String> writer) {
        TermConfirmation word = new TermConfirmation(
                request.term(),
                request.verified(),
                request.source(),
                request.caller().subject(),
                request.moment());
        String body = writer.apply(seen.value().confirmed(variants, word));
        return confirmations
                .confirm(new Act(request, seen.number(), seen.value(), variants, word, body))
                .flatMap(outcome -> switch (outcome) {
                    case KEPT -> Mono.just(new Answer(body, false));
                    case KEY_TAKEN -> replayed(request);
                    case CATALOGUE_CHANGED -> Mono.empty();
                });
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new ConfirmationRefused(reason));
    }
}
