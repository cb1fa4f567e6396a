package vn.motcua.almanac.web;

import java.util.List;
import java.util.Map;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.almanac.application.VersionRefused;
import vn.motcua.almanac.application.VersionRefused.Reason;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** Why a version was not entered, as a problem. */
final class CalendarProblems {

    private CalendarProblems() {}

    static Problem of(VersionRefused refused) {
        return switch (refused.reason()) {
            case Reason.NeverThisRole() -> new Problem(ProblemType.FORBIDDEN);
            case Reason.KeyReused() -> new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
            case Reason.Moving() -> new Problem(ProblemType.OVERLOADED);
            case Reason.Faulty(var faults) -> CalendarChanges.problem(faults);
            case Reason.Stale(int newest, List<CalendarVersion> since) ->
                new Problem(ProblemType.CALENDAR_CHANGED)
                        .with("version", newest)
                        .changed(since.stream().map(CalendarProblems::shown).toList());
        };
    }

    private static Map<String, Object> shown(CalendarVersion version) {
        return Map.of(
                "version",
                version.number(),
                "source",
                version.change().source(),
                "note",
                version.change().note());
    }
}
