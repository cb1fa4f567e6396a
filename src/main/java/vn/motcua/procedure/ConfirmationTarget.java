package vn.motcua.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which variants of a procedure a person confirms a term for. */
public sealed interface ConfirmationTarget {

    record Variants(List<Variant> variants) implements ConfirmationTarget {
        public Variants {
            variants = List.copyOf(variants);
        }
    }

    /** The procedure is not on one of the channels; {@code offered} are those that it is on. */
    record NotOffered(List<Channel> offered) implements ConfirmationTarget {
        public NotOffered {
            offered = List.copyOf(offered);
        }
    }

    /** A channel has several cases and none was named, or not the one that was named. */
    record Ambiguous(List<String> cases) implements ConfirmationTarget {
        public Ambiguous {
            cases = List.copyOf(cases);
        }
    }

    /**
     * The variants that are meant.
     *
     * @param channels empty for every channel that has the case
     * @param caseCode null when each of the channels has one case
     */
    static ConfirmationTarget of(ProcedureVersion procedure, List<Channel> channels, @Nullable String caseCode) {
        List<Channel> meant = channels.isEmpty() ? channelsWith(procedure, caseCode) : channels;
        List<VariantChoice> choices = meant.stream()
                .distinct()
                .map(channel -> VariantChoice.of(procedure, channel, caseCode))
                .toList();
        for (VariantChoice choice : choices) {
            switch (choice) {
                case VariantChoice.NotOffered(List<Channel> offered) -> {
                    return new NotOffered(offered);
                }
                case VariantChoice.Ambiguous ambiguous -> {
                    return new Ambiguous(ambiguous.cases());
                }
                case VariantChoice.Chosen _ -> {}
            }
        }
        return choices.isEmpty()
                ? new Ambiguous(cases(procedure))
                : new Variants(choices.stream()
                        .map(choice -> ((VariantChoice.Chosen) choice).variant())
                        .toList());
    }

    private static List<Channel> channelsWith(ProcedureVersion procedure, @Nullable String caseCode) {
        return procedure.variants().stream()
                .filter(variant -> caseCode == null || variant.caseCode().equals(caseCode))
                .map(Variant::channel)
                .toList();
    }

    private static List<String> cases(ProcedureVersion procedure) {
        return procedure.variants().stream().map(Variant::caseCode).distinct().toList();
    }
}
