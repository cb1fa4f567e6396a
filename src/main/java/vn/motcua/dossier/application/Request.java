package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.identity.Caller;

/**
 * Who asks, when, and how a repetition is recognised.
 *
 * @param moment taken once, at the edge
 * @param key the idempotency key
 * @param fingerprint path and digest of the body
 */
public record Request(Caller caller, Instant moment, Optional<String> key, String fingerprint) {}
