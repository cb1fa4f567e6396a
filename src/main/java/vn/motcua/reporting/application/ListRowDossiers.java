package vn.motcua.reporting.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.Recount;
import vn.motcua.reporting.Verdict;
import vn.motcua.reporting.application.FiguresRefused.Reason;
import vn.motcua.reporting.application.RowDossiers.Candidate;
import vn.motcua.reporting.application.RowDossiers.Position;
import vn.motcua.reporting.application.RowDossiers.Search;

/** Lists the dossiers behind a count: the database finds what may be meant, and each is judged by its events. */
@Service
public class ListRowDossiers {

    /** After so many reads a page ends as it is. */
    private static final int MOST_READS = 10;

    private final Countries countries;
    private final Procedures procedures;
    private final RowDossiers dossiers;

    ListRowDossiers(Countries countries, Procedures procedures, RowDossiers dossiers) {
        this.countries = countries;
        this.procedures = procedures;
        this.dossiers = dossiers;
    }

    /** A dossier, what it counts as, and the names of what it is about. */
    public record Item(
            Candidate dossier,
            Verdict verdict,
            RowKey.OfUnit unit,
            RowKey.OfAgency agency,
            RowKey.OfProcedure procedure) {}

    /**
     * A page.
     *
     * @param asOf nothing recorded later is in it
     * @param next after what the next page begins; empty on the last
     */
    public record Page(Instant asOf, List<Item> items, Optional<Position> next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * A page, for those who may see the count.
     *
     * @param after where it begins; empty for the first
     */
    public Mono<Page> list(Caller caller, RowQuestion asked, Optional<Position> after, int limit) {
        if (!Reach.isForFigures(caller)) {
            return Mono.error(() -> new FiguresRefused(new Reason.ByReach(new Reach.Never())));
        }
        return countries
                .current()
                .flatMap(country -> procedures.current().flatMap(catalogue -> {
                    RowScope scope =
                            RowScope.of(asked, ReportFigures.below(caller, asked.question(), country), country);
                    RowItems items = new RowItems(asked, country.territory(), catalogue);
                    Walk walk = new Walk(
                            asked, scope.judged(), scope.span(), scope.search(catalogue, country.territory()), limit);
                    return more(walk, after, List.of(), limit + 1, MOST_READS)
                            .map(found -> items.page(found.judged(), found.next()));
                }));
    }

    /** What does not change from read to read. */
    private record Walk(
            RowQuestion asked, Recount.Question<Boolean> question, Optional<Integer> span, Search search, int limit) {

        Optional<Judged> judge(Candidate candidate) {
            return Verdict.of(question, span, asked.definition(), candidate.facts())
                    .filter(verdict -> verdict.is(asked.count()))
                    .map(verdict -> new Judged(candidate, verdict));
        }
    }

    /** A dossier of the count. */
    record Judged(Candidate dossier, Verdict verdict) {}

    private record Found(List<Judged> judged, Optional<Position> next) {}

    /** Goes on until one more than a page is found, which tells that another page follows. */
    private Mono<Found> more(Walk walk, Optional<Position> after, List<Judged> before, int most, int reads) {
        return dossiers.next(walk.search(), after, most).flatMap(candidates -> {
            List<Judged> found = new ArrayList<>(before);
            candidates.forEach(candidate -> walk.judge(candidate).ifPresent(found::add));
            if (found.size() > walk.limit()) {
                List<Judged> page = found.subList(0, walk.limit());
                return Mono.just(
                        new Found(page, Optional.of(page.getLast().dossier().position())));
            }
            if (candidates.size() < most) {
                return Mono.just(new Found(found, Optional.empty()));
            }
            Optional<Position> last = Optional.of(candidates.getLast().position());
            return reads == 1
                    ? Mono.just(new Found(found, last))
                    : more(walk, last, found, RowDossiers.LONGEST, reads - 1);
        });
    }
}
