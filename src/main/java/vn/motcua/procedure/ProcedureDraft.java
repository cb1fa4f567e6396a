package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.territory.Decider;

/** What a published page says of a procedure, before anybody knows from which day. */
public record ProcedureDraft(
        ProcedureCode code,
        String name,
        String sector,
        List<Decider> deciders,
        List<Variant> variants,
        Provenance provenance,
        ShownLevels levels) {

    public ProcedureDraft {
        deciders = List.copyOf(deciders);
        variants = List.copyOf(variants);
    }

    /** What a person ought to look at. */
    public enum Doubt {
        CHANNELS_NOT_SHOWN,
        CHANNEL_ONLY_WITH_TERM,
        TERM_MISSING,
        FEE_SUSPECT,
        /** Some or all of those who decide are named in words that are not understood, or not named. */
        DECIDERS_UNCERTAIN
    }

    /** Everything doubtful about it; empty when nothing is. */
    public Set<Doubt> doubts() {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        for (Variant variant : variants) {
            switch (variant.listing()) {
                case NOT_SHOWN -> doubts.add(Doubt.CHANNELS_NOT_SHOWN);
                case ONLY_WITH_TERM -> doubts.add(Doubt.CHANNEL_ONLY_WITH_TERM);
                case SHOWN, BY_HAND -> {}
            }
            variant.gap().ifPresent(_ -> doubts.add(Doubt.TERM_MISSING));
            if (variant.fee().suspect()) {
                doubts.add(Doubt.FEE_SUSPECT);
            }
        }
        if (deciders.isEmpty() || !ImplementingAgencies.areAllUnderstood(provenance)) {
            doubts.add(Doubt.DECIDERS_UNCERTAIN);
        }
        return doubts;
    }

    /** The first version, with the general rules for its clock. */
    ProcedureVersion firstVersion(LocalDate from) {
        return new ProcedureVersion(
                Publication.firstId(code),
                code,
                name,
                sector,
                from,
                Optional.empty(),
                deciders,
                ClockPolicy.GENERAL,
                variants,
                provenance,
                Optional.empty(),
                Optional.empty(),
                levels.after(LeastAssurance.NONE));
    }

    /** The version after another: what the page does not tell is kept from it. */
    ProcedureVersion versionAfter(ProcedureVersion before, LocalDate from) {
        return new ProcedureVersion(
                Publication.nextId(before),
                code,
                name,
                sector,
                from,
                Optional.empty(),
                decidersAfter(before),
                before.policy(),
                variantsAfter(before),
                provenance,
                before.retentionClass(),
                before.papers(),
                levels.after(before.least()));
    }

    /** While the page's words are the same, what people made of them stands. */
    private List<Decider> decidersAfter(ProcedureVersion before) {
        return before.deciders().isEmpty() || !provenance.namesTheSameDeciders(before.provenance())
                ? deciders
                : before.deciders();
    }

    private List<Variant> variantsAfter(ProcedureVersion before) {
        List<Variant> shown =
                variants.stream().map(variant -> after(variant, before)).toList();
        Stream<Variant> byHand = before.variants().stream()
                .filter(variant -> variant.listing() == Listing.BY_HAND)
                .filter(variant -> shown.stream().noneMatch(other -> isSameCase(variant, other)));
        Stream<Variant> all = Stream.concat(shown.stream(), byHand);
        return isOfTheDecisionOf(before)
                ? all.toList()
                : all.map(Variant::unverified).toList();
    }

    /** What somebody read under one decision may not be what the next one says. */
    private boolean isOfTheDecisionOf(ProcedureVersion before) {
        return provenance.decision().equals(before.provenance().decision());
    }

    /** A page does not name its cases: one that shows what it showed keeps its name and the word of who confirmed it. */
    private static Variant after(Variant variant, ProcedureVersion before) {
        List<Variant> sameChannel = before.variantsFor(variant.channel());
        return sameChannel.stream()
                .filter(old -> old.listing() != Listing.BY_HAND && old.shown().equals(variant.shown()))
                .findFirst()
                .map(old -> new Variant(
                        variant.channel(),
                        old.caseCode(),
                        old.caseName(),
                        variant.shown(),
                        variant.published(),
                        old.confirmation(),
                        after(variant.fee(), old.fee()),
                        variant.listing()))
                .orElse(variant);
    }

    private static Fee after(Fee shown, Fee before) {
        return shown.shown().isEmpty() && shown.dong().isEmpty() && !shown.suspect()
                ? before
                : new Fee(shown.dong(), shown.shown(), shown.suspect(), before.paid());
    }

    private static boolean isSameCase(Variant one, Variant other) {
        return one.channel() == other.channel() && one.caseCode().equals(other.caseCode());
    }
}
