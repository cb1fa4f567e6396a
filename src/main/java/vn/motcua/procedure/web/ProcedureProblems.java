package vn.motcua.procedure.web;

import java.util.List;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.application.ConfirmationRefused;
import vn.motcua.procedure.application.ConfirmationRefused.Reason;

/** Every way a confirmation is refused, as the caller sees it. A new reason does not compile until it is here. */
final class ProcedureProblems {

    private ProcedureProblems() {}

    static Problem of(ConfirmationRefused refused) {
        return switch (refused.reason()) {
            case Reason.NeverThisRole _ -> new Problem(ProblemType.FORBIDDEN);
            case Reason.NotFound _ -> new Problem(ProblemType.NOT_FOUND);
            case Reason.KeyReused _ -> new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
            case Reason.CatalogueChanging _ -> new Problem(ProblemType.OVERLOADED);
            case Reason.NotOffered(List<Channel> offered) ->
                field("/channels", ProblemType.CHANNEL_NOT_OFFERED)
                        .choices(offered.stream().map(Channel::name).toList());
            case Reason.Ambiguous(List<String> cases) ->
                field("/case", ProblemType.VARIANT_AMBIGUOUS).choices(cases);
        };
    }

    private static Problem field(String pointer, ProblemType type) {
        return Problem.fields(List.of(new FieldError(pointer, type.slug())));
    }
}
