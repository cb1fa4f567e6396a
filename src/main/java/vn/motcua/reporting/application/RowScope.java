package vn.motcua.reporting.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.reporting.Months;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.Recount;
import vn.motcua.reporting.RowClass;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FiguresRefused.Reason;
import vn.motcua.reporting.application.RowDossiers.Search;
import vn.motcua.reporting.application.RowDossiers.When;
import vn.motcua.reporting.application.RowQuestion.Row;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Territory;

/**
 * The places and days of a row.
 *
 * @param agencies by the version of the unit; 0 for all of them
 * @param ends of the question's spans
 * @param span of the row among them; empty for all together
 */
record RowScope(RowQuestion asked, Map<Integer, Set<Integer>> agencies, List<LocalDate> ends, Optional<Integer> span) {

    /** No event is recorded after it. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Of a row of the answer.
     *
     * @throws FiguresRefused when the answer has no such row
     */
    static RowScope of(RowQuestion asked, AdministrativeUnit below, Country country) {
        Ground ground = Grounds.of(asked.question(), below, country);
        Map<Integer, Set<Integer>> agencies = cells(asked.row(), ground)
                .flatMap(cell -> unitsOf(cell, country.territory()))
                .collect(groupingBy(Cell::unit, mapping(Cell::agency, toSet())));
        return asked.row() instanceof Row.OfMonth
                ? ofMonth(asked, agencies)
                : new RowScope(asked, agencies, Layout.span(asked.question()), Optional.empty());
    }

    private static RowScope ofMonth(RowQuestion asked, Map<Integer, Set<Integer>> agencies) {
        Months months = Months.of(asked.question().period());
        int at = asked.row() instanceof Row.OfMonth(var month) ? months.months().indexOf(month) : -1;
        if (at < 0) {
            throw noSuchRow("month");
        }
        return new RowScope(asked, agencies, months.ends(), Optional.of(at));
    }

    private static Stream<Cell> cells(Row row, Ground ground) {
        return row instanceof Row.OfUnit(Reach.Asked unit) ? cells(unit, ground) : ground.certain();
    }

    private static Stream<Cell> cells(Reach.Asked asked, Ground ground) {
        return ground.parts().stream()
                .filter(part -> unit(part).filter(unit -> isMeant(unit, asked)).isPresent())
                .max(Comparator.comparing(part -> unit(part).orElseThrow().validFrom()))
                .map(part -> part.cells().stream())
                .orElseThrow(() -> noSuchRow("rowUnit"));
    }

    private static Optional<AdministrativeUnit> unit(Ground.Part part) {
        return part.key() instanceof RowKey.OfUnit(AdministrativeUnit unit) ? Optional.of(unit) : Optional.empty();
    }

    private static boolean isMeant(AdministrativeUnit unit, Reach.Asked asked) {
        return unit.code().equals(asked.code())
                && asked.on().map(unit::isInForceOn).orElse(true);
    }

    private static Stream<Cell> unitsOf(Cell cell, Territory territory) {
        return cell.isWholeProvince()
                ? territory.unit(cell.province()).stream()
                        .flatMap(province -> Places.everyUnit(province, territory))
                        .map(unit -> Cell.ofUnit(cell.row(), cell.province(), unit.version()))
                : Stream.of(cell);
    }

    private static FiguresRefused noSuchRow(String parameter) {
        return new FiguresRefused(new Reason.Faulty(List.of(new QuestionFault(parameter, "not-among-rows"))));
    }

    /** How each dossier is judged; it has a row when it belongs to the places. */
    Recount.Question<Boolean> judged() {
        Question question = asked.question();
        return new Recount.Question<>(
                question.period(),
                question.isNow(),
                question.isByReceiving(),
                ends,
                subject -> holds(subject) ? List.of(true) : List.of());
    }

    private boolean holds(Recount.Subject subject) {
        Set<Integer> ofUnit = agencies.getOrDefault(subject.unit(), Set.of());
        return ofUnit.contains(0) || ofUnit.contains(subject.agency());
    }

    /** Where to look. */
    Search search(ProcedureCatalogue procedures, Territory territory) {
        Question question = asked.question();
        return new Search(
                when(),
                asked.count().isLate(),
                question.isByReceiving(),
                question.asOf().orElse(ALWAYS),
                agencies.keySet(),
                asked.row() instanceof Row.OfAgency(int id) ? known(id, territory) : 0,
                procedures(procedures),
                asked.row() instanceof Row.OfChannel(Channel channel) ? Optional.of(channel) : Optional.empty());
    }

    private static int known(int agency, Territory territory) {
        return territory.agency(agency).orElseThrow(() -> noSuchRow("agency")).id();
    }

    private Set<Integer> procedures(ProcedureCatalogue procedures) {
        return switch (asked.row()) {
            case Row.OfSector(String sector) ->
                ids("sector", procedures, version -> version.sector().equals(sector));
            case Row.OfProcedure(String code) ->
                ids("procedure", procedures, version -> version.code().value().equals(code));
            case Row.OfTotal _, Row.OfUnit _, Row.OfAgency _, Row.OfChannel _, Row.OfMonth _ -> Set.of();
        };
    }

    private static Set<Integer> ids(
            String parameter, ProcedureCatalogue procedures, Predicate<ProcedureVersion> isMeant) {
        Set<Integer> ids =
                procedures.versions().filter(isMeant).map(ProcedureVersion::id).collect(toSet());
        if (ids.isEmpty()) {
            throw noSuchRow(parameter);
        }
        return ids;
    }

    /** What ended in the days of the moment of the question may have been open at that moment. */
    private When when() {
        int first = span.orElse(0);
        int last = span.map(at -> at + 1).orElse(ends.size() - 1);
        Instant begins = WorkingCalendar.instant(ends.get(first).plusDays(1).atStartOfDay());
        Instant ended = WorkingCalendar.instant(ends.get(last).plusDays(1).atStartOfDay());
        RowClass count = asked.count();
        if (count == RowClass.RECEIVED) {
            return new When.Accepted(begins, ended);
        }
        if (count.isEnded()) {
            return new When.Ended(begins, ended);
        }
        Instant there = count == RowClass.CARRIED_OVER ? begins : ended;
        Instant asOf = asked.question().period().asOf();
        return new When.There(there, asOf.isBefore(there) ? asOf : there);
    }
}
