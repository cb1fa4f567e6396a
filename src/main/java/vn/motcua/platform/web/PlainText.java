package vn.motcua.platform.web;

import java.text.Normalizer;

/** Text that shows all that it holds: nothing that controls, hides, turns round, or buries a letter under marks. */
final class PlainText {

    private static final int MOST_MARKS = 4;
    private static final int MARKS_THAT_A_LETTER_ABSORBS = 3;

    private PlainText() {}

    static boolean isPlain(String text, boolean mayHaveLines) {
        return text.codePoints().allMatch(character -> isVisible(character) || (mayHaveLines && isLayout(character)))
                && hasFewMarks(text);
    }

    private static boolean isLayout(int character) {
        return character == '\t' || character == '\n' || character == '\r';
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isFiller(character);
        };
    }

    /** Letters and marks that have no shape. */
    private static boolean isFiller(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** Marks are counted as composed; what no composing can mend is not composed, since that would take too long. */
    private static boolean hasFewMarks(String text) {
        int written = longestRun(text);
        return written <= MOST_MARKS
                || (written <= MOST_MARKS + MARKS_THAT_A_LETTER_ABSORBS
                        && longestRun(Normalizer.normalize(text, Normalizer.Form.NFC)) <= MOST_MARKS);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            run = isMark(text.codePointAt(at)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
