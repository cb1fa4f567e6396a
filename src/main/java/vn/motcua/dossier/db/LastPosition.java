package vn.motcua.dossier.db;

import org.springframework.modulith.NamedInterface;

/**
 * How far the log is known completely, as a part of whatever statement's answer depends on it.
 *
 * <p>The greatest position that a snapshot sees is the last that it holds completely. Positions are dense, and given under a
 * lease: whoever gives the next ones has seen the last ones committed, so no snapshot sees a position without all before it.
 * An event gets its position only when no transaction that is still running can be older, in a transaction that sees it
 * committed; so no snapshot sees a position without its event, nor without what the event's own statement wrote beside it.
 * A snapshot may see more, the events that have no position yet: an answer at a position is true to that position and later.
 */
@NamedInterface("log")
public final class LastPosition {

    /** A scalar subquery, {@code bigint}; 0 while no event has a position. */
    public static final String SQL = "(SELECT coalesce(max(position), 0) FROM log_position)";

    private LastPosition() {}
}
