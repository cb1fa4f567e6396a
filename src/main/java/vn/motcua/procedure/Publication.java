package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what the national portal publishes into versions of the catalogue; what the portal does not say is not guessed. */
public final class Publication {

    private static final String ONLY_CASE_NAME = "Thông thường";
    private static final int VERSIONS = 100;

    private Publication() {}

    /** What a page changes in the catalogue. */
    public sealed interface Change {

        /** A procedure that was not there, or was no longer there. */
        record Added(ProcedureVersion version) implements Change {}

        /** The page says what is in force. */
        record Unchanged(ProcedureVersion inForce) implements Change {}

        /**
         * The page says something else.
         *
         * @param ended the version in force, with its last day
         */
        record Replaced(ProcedureVersion ended, ProcedureVersion next) implements Change {}

        /** The page says something else, and what is in force began on that day or later: nothing can be done. */
        record TooEarly(ProcedureVersion newest) implements Change {}
    }

    /**
     * What importing a page changes.
     *
     * @param newest the version that began last, if there is any
     * @param day the first day of what the page says
     */
    public static Change change(Optional<ProcedureVersion> newest, PublishedProcedure page, LocalDate day) {
        ProcedureDraft draft = draft(page);
        if (newest.isEmpty()) {
            return new Change.Added(draft.firstVersion(day));
        }
        ProcedureVersion before = newest.get();
        ProcedureVersion next = draft.versionAfter(before, day);
        boolean over = before.effectiveTo().isPresent();
        if (!over && saysTheSame(before, next)) {
            return new Change.Unchanged(before);
        }
        if (!day.isAfter(before.effectiveTo().orElse(before.effectiveFrom()))) {
            return new Change.TooEarly(before);
        }
        return over ? new Change.Added(next) : new Change.Replaced(ended(before, day.minusDays(1)), next);
    }

    /** What a page says by itself. */
    public static ProcedureDraft draft(PublishedProcedure page) {
        return new ProcedureDraft(
                page.code(),
                page.name(),
                page.sector(),
                ImplementingAgencies.understood(page.provenance()),
                variants(page),
                page.provenance(),
                page.levels());
    }

    /** What a version says, with what people confirmed or entered by hand, as a page would say it. */
    public static ProcedureDraft asPublished(ProcedureVersion version) {
        return new ProcedureDraft(
                version.code(),
                version.name(),
                version.sector(),
                version.deciders(),
                version.variants(),
                version.provenance(),
                ShownLevels.of(version.least()));
    }

    private static List<Variant> variants(PublishedProcedure page) {
        Stream<Channel> listed = page.channels().stream();
        Stream<Channel> onlyWithTerm = page.terms().stream()
                .map(PublishedProcedure.ChannelTerm::channel)
                .filter(channel -> !page.channels().contains(channel));
        List<Channel> channels = Stream.concat(listed, onlyWithTerm).distinct().toList();
        return channels.isEmpty()
                ? variants(page, Channel.COUNTER, Listing.NOT_SHOWN)
                : channels.stream()
                        .flatMap(channel -> variants(page, channel, listing(page, channel)).stream())
                        .toList();
    }

    private static Listing listing(PublishedProcedure page, Channel channel) {
        return page.channels().contains(channel) ? Listing.SHOWN : Listing.ONLY_WITH_TERM;
    }

    /** One case for each term that the channel shows; the page's fee stands beside the first. */
    private static List<Variant> variants(PublishedProcedure page, Channel channel, Listing listing) {
        List<ShownTerm> terms = terms(page, channel);
        boolean hasTheFee = page.mainChannel().orElse(Channel.COUNTER) == channel;
        return terms.stream()
                .map(term -> new Variant(
                        channel,
                        terms.size() == 1 ? Variant.ONLY_CASE : term.caseCode(),
                        terms.size() == 1 ? ONLY_CASE_NAME : term.caseName(),
                        term,
                        term.term(),
                        Optional.empty(),
                        hasTheFee && term.equals(terms.getFirst()) ? page.fee() : Fee.UNKNOWN,
                        listing))
                .toList();
    }

    private static List<ShownTerm> terms(PublishedProcedure page, Channel channel) {
        if (page.terms().isEmpty()) {
            return List.of(page.term());
        }
        List<ShownTerm> own = page.terms().stream()
                .filter(term -> term.channel() == channel)
                .map(PublishedProcedure.ChannelTerm::term)
                .distinct()
                .toList();
        return own.isEmpty() ? List.of(ShownTerm.NONE) : own;
    }

    private static boolean saysTheSame(ProcedureVersion before, ProcedureVersion next) {
        return before.name().equals(next.name())
                && before.sector().equals(next.sector())
                && before.provenance().equals(next.provenance())
                && before.least().equals(next.least())
                && new HashSet<>(before.deciders()).equals(new HashSet<>(next.deciders()))
                && new HashSet<>(before.variants()).equals(new HashSet<>(next.variants()));
    }

    private static ProcedureVersion ended(ProcedureVersion version, LocalDate lastDay) {
        return new ProcedureVersion(
                version.id(),
                version.code(),
                version.name(),
                version.sector(),
                version.effectiveFrom(),
                Optional.of(lastDay),
                version.deciders(),
                version.policy(),
                version.variants(),
                version.provenance(),
                version.retentionClass(),
                version.papers(),
                version.least());
    }

    /** The code without its point, then two digits that count the versions. */
    static int firstId(ProcedureCode code) {
        return Integer.parseInt(code.value().replace(".", "")) * VERSIONS + 1;
    }

    static int nextId(ProcedureVersion version) {
        if (version.id() % VERSIONS == VERSIONS - 1) {
            throw new IllegalStateException("No number is left for another version of " + version.code());
        }
        return version.id() + 1;
    }
}
