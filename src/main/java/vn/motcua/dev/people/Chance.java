package vn.motcua.dev.people;

import java.util.SplittableRandom;

/** Draws that repeat with their seed, whoever draws before or beside. */
public final class Chance {

    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A source of its own for each place and number. */
    public static Chance of(long seed, long place, long number) {
        return new Chance(mixed(mixed(seed * STEP + place) + number));
    }

    /** The finalizer of SplitMix64: near numbers become far ones. */
    public static long mixed(long number) {
        long mixed = number + STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** At least 0, less than 1. */
    public double share() {
        return random.nextDouble();
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A factor around 1, more often below it than above. */
    public double logNormal(double spread) {
        return Math.exp(random.nextGaussian() * spread);
    }
}
