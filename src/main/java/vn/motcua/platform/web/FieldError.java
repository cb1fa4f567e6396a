package vn.motcua.platform.web;

/**
 * One field that is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) to the field
 * @param code what is wrong with it; stable, its text stands in {@code problems_*.properties}
 */
public record FieldError(String pointer, String code) {}
