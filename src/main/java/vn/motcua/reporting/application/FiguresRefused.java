package vn.motcua.reporting.application;

import vn.motcua.reporting.Reach;

/** Figures that a caller cannot have, and why. */
public class FiguresRefused extends RuntimeException {

    private final transient Reach.Refused reach;

    FiguresRefused(Reach.Refused reach) {
        super(reach.getClass().getSimpleName(), null, false, false);
        this.reach = reach;
    }

    public Reach.Refused reach() {
        return reach;
    }
}
