package vn.motcua.platform;

/**
 * A state of reference data, and the number that it bears: whoever plans a change on it names the number, and finds out if
 * somebody else changed it first.
 */
public record Snapshot<T>(long number, T value) {}
