package vn.motcua.procedure;

import java.util.List;
import java.util.Optional;

/**
 * A procedure as the national portal's page shows it, read and not interpreted.
 *
 * @param source where the page was read, and when
 * @param channels in the page's order
 * @param term of the online channel where there is one, else of the first channel
 * @param terms each channel's, in the page's order, where they differ; else empty
 * @param fee the first one of the channel that {@code term} belongs to
 * @param levels of account and session, as far as the row tells; the portal's own pages do not
 */
public record PublishedProcedure(
        ProcedureCode code,
        String name,
        String sector,
        Provenance provenance,
        String source,
        List<Channel> channels,
        ShownTerm term,
        List<ChannelTerm> terms,
        Fee fee,
        ShownLevels levels) {

    public PublishedProcedure {
        channels = List.copyOf(channels);
        terms = List.copyOf(terms);
    }

    /** One of the terms that the page shows for a channel; more than one means more than one case. */
    public record ChannelTerm(Channel channel, ShownTerm term) {}

    /** What a row of the table says. */
    public sealed interface Reading {

        record Read(PublishedProcedure procedure) implements Reading {}

        record Faulty(List<ColumnFault> faults) implements Reading {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** A column that cannot be read. */
    public record ColumnFault(String column, FaultKind kind) {}

    /** Why a column cannot be read. */
    public enum FaultKind {
        MISSING,
        MALFORMED_CODE,
        MALFORMED_NUMBER,
        MALFORMED_TERM,
        UNKNOWN_CHANNEL,
        UNKNOWN_LEVEL,
        UNKNOWN_UNIT
    }

    /** The channel that the page's one term and fee belong to; empty when it lists none. */
    Optional<Channel> mainChannel() {
        return channels.contains(Channel.ONLINE)
                ? Optional.of(Channel.ONLINE)
                : channels.stream().findFirst();
    }
}
