package vn.motcua.reference;

import java.util.ArrayList;
import java.util.List;

/** Every line that is bad: the first thousand in full, the rest as a number. */
public final class BadLines {

    /** How many are listed. */
    public static final int MOST = 1000;

    private final List<BadLine> first = new ArrayList<>();
    private int count;

    public void add(BadLine line) {
        count++;
        if (first.size() < MOST) {
            first.add(line);
        }
    }

    public void add(SourceFile file, int line, Reason reason, String detail) {
        add(new BadLine(file, line, reason, detail));
    }

    /** As many and the same, to go on from. */
    BadLines copy() {
        var copy = new BadLines();
        copy.first.addAll(first);
        copy.count = count;
        return copy;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** All of them, listed or not. */
    public int count() {
        return count;
    }

    /** The first thousand, in the order in which they were found. */
    public List<BadLine> first() {
        return List.copyOf(first);
    }
}
