package vn.motcua.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureDraft.Doubt;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Publication;
import vn.motcua.procedure.Publication.Change;
import vn.motcua.reference.CatalogueChanges.NewVersion;
import vn.motcua.reference.CatalogueChanges.VersionEnd;

/** What the table of procedures changes in the catalogue. The pages name no first day of a version. */
final class CataloguePlan {

    private final ProcedureCatalogue loaded;
    private final LocalDate today;
    private final BadLines bad;
    private final List<VersionEnd> ends = new ArrayList<>();
    private final List<NewVersion> versions = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();
    private final Map<ProcedureCode, ProcedureVersion> inForce = new HashMap<>();

    private CataloguePlan(ProcedureCatalogue loaded, LocalDate today, BadLines bad) {
        this.loaded = loaded;
        this.today = today;
        this.bad = bad;
    }

    static CataloguePlan of(ProcedureCatalogue loaded, Tables tables, LocalDate today, BadLines bad) {
        var plan = new CataloguePlan(loaded, today, bad);
        loaded.versions()
                .filter(version -> version.effectiveTo().isEmpty())
                .forEach(version -> plan.inForce.put(version.code(), version));
        tables.procedures().forEach(plan::plan);
        return plan;
    }

    /** A procedure that is new stands from the day on which today's levels began, one that changed from today. */
    private void plan(ProcedureRow row) {
        Optional<ProcedureVersion> newest = loaded.newest(row.page().code());
        LocalDate day = newest.isEmpty() ? Reform.DAY : today;
        switch (Publication.change(newest, row.page(), day)) {
            case Change.Added(ProcedureVersion version) -> add(version, row);
            case Change.Unchanged(ProcedureVersion same) -> {}
            case Change.Replaced(ProcedureVersion ended, ProcedureVersion next) -> {
                ends.add(new VersionEnd(ended.id(), day.minusDays(1)));
                add(next, row);
            }
            case Change.TooEarly(ProcedureVersion later) ->
                bad.add(row.place()
                        .bad(Reason.CHANGED_TODAY, later.code().value())
                        .line());
        }
        for (Doubt doubt : doubts(row)) {
            flags.add(new Flag(
                    row.place().file(), row.place().number(), row.page().code().value(), doubt));
        }
    }

    /** Of the version that will be in force: what people confirmed or entered by hand is no doubt any more. */
    private Set<Doubt> doubts(ProcedureRow row) {
        return Optional.ofNullable(inForce.get(row.page().code()))
                .map(Publication::asPublished)
                .orElseGet(() -> Publication.draft(row.page()))
                .doubts();
    }

    private void add(ProcedureVersion version, ProcedureRow row) {
        versions.add(new NewVersion(version, row.page().source()));
        inForce.put(version.code(), version);
    }

    CatalogueChanges changes() {
        return new CatalogueChanges(ends, versions);
    }

    List<Flag> flags() {
        return flags;
    }

    /** Each procedure as it will be. */
    List<ProcedureVersion> inForce() {
        return List.copyOf(inForce.values());
    }
}
