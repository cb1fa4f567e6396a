package vn.motcua.reference;

import java.util.regex.Pattern;

/**
 * Where a line stands: all that a row keeps of it, since its cells take several times the room of what was understood.
 *
 * @param number where it begins in the file, counted from 1
 */
record LinePlace(SourceFile file, int number) {

    private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z0-9._>-]{1,40}");

    /** Names what is meant only where that can be no more than a code, a word or a day. */
    Line.Bad bad(Reason reason, String detail) {
        return new Line.Bad(
                new BadLine(file, number, reason, NAMEABLE.matcher(detail).matches() ? detail : ""));
    }
}
