package vn.motcua.reporting.application;

import vn.motcua.reporting.Reach;

/** Figures that a caller cannot have, and why. */
public class FiguresRefused extends RuntimeException {

    private final transient Reach reach;

    FiguresRefused(Reach reach) {
        super(reach.getClass().getSimpleName(), null, false, false);
        this.reach = reach;
    }

    public Reach reach() {
        return reach;
    }
}
