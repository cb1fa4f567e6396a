package vn.motcua.platform;

import java.util.UUID;

/**
 * The right to do one kind of work until another instance takes it over. The holder may not know yet that it lost it, so
 * every statement that writes under it names it and writes nothing when it is no longer the one in the table.
 *
 * @param name its row in {@code lease}
 * @param holder the running instance
 * @param token raised with every holder
 */
public record Lease(String name, UUID holder, long token) {}
