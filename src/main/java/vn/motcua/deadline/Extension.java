package vn.motcua.deadline;

import java.time.Instant;

/**
 * The one new due moment that the agency may set, with a letter of apology (Decree 118/2025 article 19.6).
 *
 * @param apologyNumber the letter's number
 */
public record Extension(Instant recordedAt, Instant newDueAt, String apologyNumber) {}
