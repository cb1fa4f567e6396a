package vn.motcua.procedure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds for a procedure on one channel in one case (trường hợp).
 *
 * @param shown the term as the national portal shows it
 * @param published the term that this is; empty while it is not enough of one
 * @param confirmation the newest word of a person on the term
 * @param confirmedBefore the terms of earlier words, newest first
 */
public record Variant(
        Channel channel,
        String caseCode,
        String caseName,
        ShownTerm shown,
        Optional<Term> published,
        Optional<TermConfirmation> confirmation,
        Fee fee,
        Listing listing,
        List<Term> confirmedBefore) {

    /** The code of the case where a channel has one. */
    public static final String ONLY_CASE = "default";

    public Variant {
        confirmedBefore = List.copyOf(confirmedBefore);
    }

    /** Of whose term nobody spoke more than once. */
    public Variant(
            Channel channel,
            String caseCode,
            String caseName,
            ShownTerm shown,
            Optional<Term> published,
            Optional<TermConfirmation> confirmation,
            Fee fee,
            Listing listing) {
        this(channel, caseCode, caseName, shown, published, confirmation, fee, listing, List.of());
    }

    /** As confirmed, or else as published; empty when neither: then a dossier has no due moment. */
    public Optional<Term> term() {
        return confirmation.map(TermConfirmation::term).or(() -> published);
    }

    /** The other terms that it had before somebody confirmed this one, newest first. */
    public List<Term> formerTerms() {
        return Stream.concat(confirmedBefore.stream(), published.stream())
                .filter(before -> !term().equals(Optional.of(before)))
                .distinct()
                .toList();
    }

    /** What the term rests on; empty when there is none. */
    public Optional<TermBasis> basis() {
        return confirmation
                .map(word -> word.verified() ? TermBasis.CONFIRMED : TermBasis.UNVERIFIED)
                .or(() -> published.map(_ -> TermBasis.PUBLISHED));
    }

    /** Why there is no term. */
    public Optional<TermGap> gap() {
        return term().isPresent() ? Optional.empty() : Optional.of(shown.gap().orElse(TermGap.TERM_NOT_SHOWN));
    }

    Variant withoutTerm() {
        return new Variant(channel, caseCode, caseName, shown, Optional.empty(), Optional.empty(), fee, listing);
    }

    Variant confirmed(TermConfirmation word) {
        return with(Optional.of(word));
    }

    /** Whatever somebody confirmed is to be looked at again. */
    Variant unverified() {
        return with(confirmation.map(TermConfirmation::unverified));
    }

    private Variant with(Optional<TermConfirmation> word) {
        return new Variant(channel, caseCode, caseName, shown, published, word, fee, listing, confirmedBefore);
    }
}
