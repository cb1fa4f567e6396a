package vn.motcua.reference;

/**
 * A line that keeps the whole import out.
 *
 * @param line where it begins, counted from 1
 * @param detail the column, code or day that is meant; empty where the reason says all. Never a name
 */
public record BadLine(SourceFile file, int line, Reason reason, String detail) {}
