package vn.motcua.reporting;

/**
 * Between what a rate lies when part of what nobody can place is the row's, and nobody knows which part.
 *
 * @param low when only what was late of it is the row's
 * @param high when only what was on time of it is the row's
 */
public record Bounds(Rate low, Rate high) {

    /**
     * The bounds of a row's rate. Any part of what is unplaced adds some of its numerator, and at least as much to the
     * denominator; so the worst part is all that is in the denominator only, the best all that is in both.
     *
     * @param placed what is the row's for sure
     * @param unplaced what may be, in part or whole
     */
    public static Bounds of(Rate placed, Rate unplaced) {
        long late = unplaced.denominator() - unplaced.numerator();
        Rate low = new Rate(placed.numerator(), placed.denominator() + late);
        Rate high = new Rate(placed.numerator() + unplaced.numerator(), placed.denominator() + unplaced.numerator());
        return new Bounds(low.denominator() == 0 ? high : low, high.denominator() == 0 ? low : high);
    }
}
