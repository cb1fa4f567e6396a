package vn.motcua.procedure;

import java.time.Instant;

/**
 * A person's word on a term. What the portal publishes and what somebody confirmed are two facts; this one counts.
 *
 * @param verified false while it rests on practice and not on a text in force that somebody read
 * @param source the text, or the practice
 * @param confirmedBy the operator's subject, or the project's own table
 */
public record TermConfirmation(Term term, boolean verified, String source, String confirmedBy, Instant confirmedAt) {

    TermConfirmation unverified() {
        return new TermConfirmation(term, false, source, confirmedBy, confirmedAt);
    }
}
