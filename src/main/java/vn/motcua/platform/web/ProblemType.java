package vn.motcua.platform.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Everything that can be refused, by its stable name; the contract lists the same names. */
public enum ProblemType {
    ACCOUNT_LEVEL_TOO_LOW("account-level-too-low", 403),
    AGENCY_AMBIGUOUS("agency-ambiguous", 422),
    AGENCY_NOT_COMPETENT("agency-not-competent", 422),
    ALREADY_IMPORTED("already-imported", 409),
    APPLICANT_MISMATCH("applicant-mismatch", 422),
    ASSIGNMENT_CONFLICT("assignment-conflict", 409),
    ASSIGNMENT_INCOMPLETE("assignment-incomplete", 422),
    AUTHORITY_EXPIRED("authority-expired", 422),
    AUTHORITY_NOT_FITTING("authority-not-fitting", 422),
    CALENDAR_CHANGED("calendar-changed", 412),
    CALENDAR_ENDS("calendar-ends", 422),
    CALENDAR_STARTS("calendar-starts", 422),
    CHANNEL_NOT_OFFERED("channel-not-offered", 422),
    CHANNEL_NOT_YOURS("channel-not-yours", 422),
    CLOCK_MOVED_BACK("clock-moved-back", 409),
    CONFLICT_OF_INTEREST("conflict-of-interest", 403),
    DATABASE_UNAVAILABLE("database-unavailable", 503),
    DUPLICATE_MEMBER("duplicate-member", 400),
    FORBIDDEN("forbidden", 403),
    IDEMPOTENCY_KEY_REQUIRED("idempotency-key-required", 400),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    IDENTITY_PROVIDER_UNAVAILABLE("identity-provider-unavailable", 503),
    IDENTIFIER_PROVISIONAL("identifier-provisional", 409),
    IF_MATCH_REQUIRED("if-match-required", 428),
    IMPORT_NOT_YOURS("import-not-yours", 403),
    IMPORT_RUNNING("import-running", 409),
    INSUFFICIENT_AUTHENTICATION("insufficient-authentication", 401),
    INSUFFICIENT_SCOPE("insufficient-scope", 403),
    INTERNAL_ERROR("internal-error", 500),
    INVALID_CURSOR("invalid-cursor", 400),
    INVALID_FIELDS("invalid-fields", 422),
    INVALID_PARAMETER("invalid-parameter", 400),
    INVALID_REQUEST("invalid-request", 400),
    INVALID_TEXT("invalid-text", 422),
    INVALID_TOKEN("invalid-token", 401),
    INVALID_TRANSITION("invalid-transition", 409),
    MALFORMED_CITIZEN_ID("malformed-citizen-id", 422),
    MALFORMED_ID("malformed-id", 400),
    MALFORMED_IDEMPOTENCY_KEY("malformed-idempotency-key", 400),
    MALFORMED_JSON("malformed-json", 400),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    MISSING_FIELD("missing-field", 422),
    NOT_ACCEPTABLE("not-acceptable", 406),
    NOT_FOUND("not-found", 404),
    OUTCOME_UNKNOWN("outcome-unknown", 503),
    OVERLOADED("overloaded", 503),
    PAYLOAD_TOO_LARGE("payload-too-large", 413),
    REQUEST_TIMEOUT("request-timeout", 408),
    ROUTING_OPEN("routing-open", 409),
    SUBMITTER_MISMATCH("submitter-mismatch", 422),
    TERM_UNCONFIRMED("term-unconfirmed", 422),
    TOKEN_EXPIRED("token-expired", 401),
    TOO_MANY_CELLS("too-many-cells", 422),
    UNAUTHENTICATED("unauthenticated", 401),
    UNIT_NOT_IN_FORCE("unit-not-in-force", 422),
    UNKNOWN_AGENCY("unknown-agency", 422),
    UNKNOWN_FIELD("unknown-field", 422),
    UNKNOWN_PROCEDURE("unknown-procedure", 422),
    UNKNOWN_UNIT("unknown-unit", 422),
    UNSUPPORTED_ENCODING("unsupported-encoding", 415),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    VARIANT_AMBIGUOUS("variant-ambiguous", 422),
    VERSION_CONFLICT("version-conflict", 412);

    private final String slug;
    private final int status;

    ProblemType(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public URI urn() {
        return URI.create("urn:motcua:problem:" + slug);
    }

    static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }
}
