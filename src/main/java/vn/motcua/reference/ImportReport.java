package vn.motcua.reference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.procedure.ProcedureDraft.Doubt;

/**
 * What an import did, or would have done.
 *
 * @param changes what was added and ended; what is not named was not touched
 * @param calendar what it changes in the working calendar; empty where nothing, or where nothing was changed at all
 * @param overview the country after it
 * @param doubts how many procedures are doubtful in which way
 * @param flags the first thousand suspect fees and missing terms
 * @param badLines how many lines are bad; with any, nothing was changed
 * @param firstBadLines the first thousand of them
 */
public record ImportReport(
        List<Change> changes,
        Optional<CalendarDifference> calendar,
        Overview overview,
        Map<Doubt, Integer> doubts,
        List<Flag> flags,
        int badLines,
        List<BadLine> firstBadLines) {

    private static final int MOST_FLAGS = 1000;

    /**
     * How much of a subject changes.
     *
     * @param ended versions that got their last day
     */
    public record Change(Subject subject, int added, int ended) {

        private boolean isAny() {
            return added > 0 || ended > 0;
        }
    }

    public ImportReport {
        changes = List.copyOf(changes);
        doubts = Map.copyOf(doubts);
        flags = List.copyOf(flags);
        firstBadLines = List.copyOf(firstBadLines);
    }

    public static ImportReport of(ImportPlan plan) {
        Map<Doubt, Integer> doubts = new EnumMap<>(Doubt.class);
        plan.flags().forEach(flag -> doubts.merge(flag.doubt(), 1, Integer::sum));
        return new ImportReport(
                plan.bad().isEmpty() ? changes(plan) : List.of(),
                plan.bad().isEmpty() ? calendar(plan) : Optional.empty(),
                plan.overview(),
                doubts,
                plan.flags().stream()
                        .filter(flag -> flag.doubt() == Doubt.FEE_SUSPECT || flag.doubt() == Doubt.TERM_MISSING)
                        .limit(MOST_FLAGS)
                        .toList(),
                plan.bad().count(),
                plan.bad().first());
    }

    private static Optional<CalendarDifference> calendar(ImportPlan plan) {
        return plan.calendar()
                .map(change -> CalendarDifference.of(
                        plan.on().calendar().value(), plan.on().entered(), change));
    }

    private static List<Change> changes(ImportPlan plan) {
        TerritoryChanges territory = plan.territory();
        return List.of(
                        new Change(
                                Subject.UNIT,
                                territory.units().size(),
                                territory.unitEnds().size()),
                        new Change(Subject.SUCCESSION, territory.successions().size(), 0),
                        new Change(Subject.AGENCY, territory.agencies().size(), 0),
                        new Change(
                                Subject.AGENCY_NAME,
                                territory.agencyVersions().size(),
                                territory.agencyEnds().size()),
                        new Change(
                                Subject.AGENCY_IDENTIFIER,
                                territory.identifiers().size(),
                                territory.identifierEnds().size()),
                        new Change(
                                Subject.PROCEDURE,
                                plan.catalogue().versions().size(),
                                plan.catalogue().ends().size()),
                        new Change(Subject.CALENDAR, plan.calendar().isPresent() ? 1 : 0, 0))
                .stream()
                .filter(Change::isAny)
                .toList();
    }
}
