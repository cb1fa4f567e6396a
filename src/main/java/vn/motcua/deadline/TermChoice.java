package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.VariantChoice;

/** The term that the catalogue gives for a procedure, or why it gives none. */
public sealed interface TermChoice {

    /** The term, with the reading of the first day that holds for it. */
    record Chosen(Term term, FirstDay firstDay) implements TermChoice {}

    /** No version with this code is in force on the day of receipt. */
    record UnknownProcedure() implements TermChoice {}

    record ChannelNotOffered(List<Channel> offered) implements TermChoice {
        public ChannelNotOffered {
            offered = List.copyOf(offered);
        }
    }

    record CaseAmbiguous(List<String> cases) implements TermChoice {
        public CaseAmbiguous {
            cases = List.copyOf(cases);
        }
    }

    /** The catalogue holds no confirmed term. */
    record Unconfirmed() implements TermChoice {}

    /** The choice for a day of receipt; {@code caseCode} is null when the caller named none. */
    static TermChoice of(
            ProcedureCatalogue catalogue,
            ProcedureCode code,
            LocalDate receivedOn,
            Channel channel,
            @Nullable String caseCode) {
        return catalogue
                .inForce(code, receivedOn)
                .map(version -> of(version, channel, caseCode))
                .orElseGet(UnknownProcedure::new);
    }

    private static TermChoice of(ProcedureVersion version, Channel channel, @Nullable String caseCode) {
        return switch (VariantChoice.of(version, channel, caseCode)) {
            case VariantChoice.Chosen(var variant) ->
                variant.term()
                        .<TermChoice>map(
                                term -> new Chosen(term, version.policy().firstDay()))
                        .orElseGet(Unconfirmed::new);
            case VariantChoice.NotOffered(List<Channel> offered) -> new ChannelNotOffered(offered);
            case VariantChoice.Ambiguous ambiguous -> new CaseAmbiguous(ambiguous.cases());
        };
    }
}
