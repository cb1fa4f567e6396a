package vn.motcua.deadline;

import java.util.BitSet;
import java.util.List;

/**
 * What stood in the way: overlapping pauses count once, so they are one set of minutes.
 *
 * @param asked the minutes of those that are no outages
 * @param openSince when a pause began that lasts, or past every minute
 */
record Paused(BitSet minutes, BitSet asked, int openSince) {

    static Paused of(List<int[]> pauses) {
        BitSet minutes = new BitSet();
        BitSet asked = new BitSet();
        int open = Integer.MAX_VALUE;
        for (int[] pause : pauses) {
            minutes.set(pause[0], pause[1]);
            asked.set(pause[0], pause[3] == 1 ? pause[0] : pause[1]);
            open = pause[2] == 1 ? Math.min(open, pause[0]) : open;
        }
        return new Paused(minutes, asked, open);
    }

    /** Without the stretches that begin outside the two moments, the later one inclusive. */
    Paused begun(int after, int until) {
        BitSet some = new BitSet();
        int open = Integer.MAX_VALUE;
        for (int from = minutes.nextSetBit(0); from >= 0; from = minutes.nextSetBit(end(from))) {
            if (from > after && from <= until) {
                some.set(from, end(from));
                open = openSince < end(from) && openSince >= from ? openSince : open;
            }
        }
        return new Paused(some, asked, open);
    }

    int end(int minute) {
        return minutes.nextClearBit(minute);
    }
}
