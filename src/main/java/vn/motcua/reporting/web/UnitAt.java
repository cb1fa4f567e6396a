package vn.motcua.reporting.web;

import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.reporting.Reach;

/** A unit as a query names it: {@code <code>} or {@code <code>@<day>}. */
final class UnitAt {

    private UnitAt() {}

    static Reach.Asked parse(String text) {
        return vn.motcua.territory.UnitAt.parse(text)
                .map(unit -> new Reach.Asked(unit.code(), unit.day()))
                .orElseThrow(() -> new Problem(ProblemType.INVALID_PARAMETER).with("parameter", "unit"));
    }
}
