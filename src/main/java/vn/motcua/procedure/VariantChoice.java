package vn.motcua.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which variant of a procedure holds for a channel and, where there are several, a case. */
public sealed interface VariantChoice {

    record Chosen(Variant variant) implements VariantChoice {}

    /** Not on this channel; {@code offered} are those that the procedure does have. */
    record NotOffered(List<Channel> offered) implements VariantChoice {
        public NotOffered {
            offered = List.copyOf(offered);
        }
    }

    /** No case was named and there are several, or the one that was named is not among them. */
    record Ambiguous(List<Variant> variants) implements VariantChoice {
        public Ambiguous {
            variants = List.copyOf(variants);
        }

        /** The codes to choose from. */
        public List<String> cases() {
            return variants.stream().map(Variant::caseCode).toList();
        }
    }

    /** The choice for a channel and a case, which is null when the caller named none. */
    static VariantChoice of(ProcedureVersion procedure, Channel channel, @Nullable String caseCode) {
        List<Variant> variants = procedure.variantsFor(channel);
        if (variants.isEmpty()) {
            return new NotOffered(procedure.channels());
        }
        List<Variant> fitting = variants.stream()
                .filter(variant -> caseCode == null || variant.caseCode().equals(caseCode))
                .toList();
        return fitting.size() == 1 ? new Chosen(fitting.getFirst()) : new Ambiguous(variants);
    }
}
