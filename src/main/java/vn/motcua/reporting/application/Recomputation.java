package vn.motcua.reporting.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.application.ExportFault;
import vn.motcua.dossier.application.ExportLine;
import vn.motcua.dossier.application.ExportedLog;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.reporting.Course;
import vn.motcua.reporting.Fact;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.Months;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.Recount;
import vn.motcua.reporting.Recount.Subject;
import vn.motcua.reporting.View;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;

/**
 * Answers a question from an export alone: believes no line whose digest is wrong, no dossier with a gap and no event whose
 * counts are not what happened, and then counts dossiers one by one.
 */
public final class Recomputation {

    /** A row that an answer shows, or what may be in several ({@code doubt}), or in the total or outside of it. */
    record Row(String key, int doubt) {

        static Row certain(String key) {
            return new Row(key, -1);
        }
    }

    private final RecomputeQuestion asked;
    private final List<AdministrativeUnit> units = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final Map<Integer, ExportLine.Agency> agencies = new HashMap<>();
    private final Map<Integer, ExportLine.Procedure> procedures = new HashMap<>();
    private @Nullable Counting counting;

    private Recomputation(RecomputeQuestion asked) {
        this.asked = asked;
    }

    /**
     * The answer, in the shape of {@code GET /on-time-rates}.
     *
     * @throws ExportFault at the first line that cannot be believed
     * @throws RecomputeFault at the first event that cannot be believed
     */
    public static Map<String, Object> answer(RecomputeQuestion asked, ExportedLog log) {
        if (log.header().from() != 1) {
            throw new RecomputeFault("Line 1: the export does not begin with the log");
        }
        return new Recomputation(asked).read(log);
    }

    private Map<String, Object> read(ExportedLog log) {
        while (log.hasNext()) {
            ExportLine line = log.next();
            switch (line) {
                case ExportLine.Header _ -> {}
                case ExportLine.Unit(AdministrativeUnit unit) -> add(unit, log.line());
                case ExportLine.Succession(Succession succession) -> successions.add(succession);
                case ExportLine.Agency agency -> agencies.put(agency.id(), agency);
                case ExportLine.Procedure procedure -> procedures.put(procedure.version(), procedure);
                case ExportLine.Event event -> counting(log).add(event.event(), log.line());
                case ExportLine.End _ -> counting(log);
            }
        }
        Counting counted = counting(log);
        return new RecomputedAnswer(asked, counted.ground, agencies, counted.recount)
                .members(log.header().logPosition());
    }

    /** One that came while the export ran would change places that were counted already. */
    private void add(AdministrativeUnit unit, long line) {
        if (counting != null) {
            throw new RecomputeFault(
                    "Line %d: unit %s is told after an event; export anew".formatted(line, unit.code()));
        }
        units.add(unit);
    }

    /** Units and successions stand before the first event. */
    private Counting counting(ExportedLog log) {
        Counting known = counting;
        if (known == null) {
            known = new Counting(
                    new Territory(units, successions, List.of()), log.header().unit());
            counting = known;
        }
        return known;
    }

    /** The places that a question is about, and the dossiers so far. */
    private final class Counting {

        private final Map<Integer, Integer> provinces = new HashMap<>();
        private final Map<Integer, List<Placed>> places = new HashMap<>();
        private final Ground ground;
        private final Recount<Row> recount;

        /** Where a cell belongs. */
        private record Placed(Row row, Cell cell) {}

        Counting(Territory territory, Optional<Integer> limit) {
            Question question = asked.question();
            Country country = new Country(territory);
            territory
                    .units()
                    .forEach(unit -> provinces.put(
                            unit.version(), Places.ofUnit(0, unit, territory).province()));
            ground = Grounds.of(question, below(territory, country, limit), country);
            IntStream.range(0, ground.parts().size())
                    .forEach(part -> ground.parts()
                            .get(part)
                            .cells()
                            .forEach(cell -> place(
                                    Row.certain(RecomputedAnswer.key(
                                            ground.parts().get(part).key())),
                                    cell)));
            IntStream.range(0, ground.doubts().size())
                    .forEach(doubt ->
                            ground.doubts().get(doubt).cells().forEach(cell -> place(new Row("", doubt), cell)));
            recount = new Recount<>(new Recount.Question<>(
                    question.period(),
                    question.isNow(),
                    question.isByReceiving(),
                    question.groupBy() == GroupBy.MONTH
                            ? Months.of(question.period()).ends()
                            : Layout.span(question),
                    this::rows));
        }

        private AdministrativeUnit below(Territory territory, Country country, Optional<Integer> limit) {
            Question question = asked.question();
            var day = question.view() == View.TODAY ? question.viewDay() : country.known(question.to());
            return question.unit()
                    .map(unit -> territory.unitInForce(unit.code(), unit.on().orElse(day)))
                    .orElseGet(() -> limit.map(territory::unit)
                            .orElseGet(() -> territory
                                    .units()
                                    .filter(unit -> unit.level() == Level.NATION)
                                    .findFirst()))
                    .orElseThrow(() -> new IllegalArgumentException("The question: unit is none of the export"));
        }

        private void place(Row row, Cell cell) {
            int unit = cell.isWholeProvince() ? -cell.province() : cell.unit();
            places.computeIfAbsent(unit, _ -> new ArrayList<>()).add(new Placed(row, cell));
        }

        /** Only what the question is about; a row each for what makes rows. */
        private List<Row> rows(Subject subject) {
            if (asked.question().level() == Level.MINISTRY) {
                ExportLine.Agency agency = agencies.get(subject.agency());
                return agency != null && agency.level() == Level.MINISTRY
                        ? List.of(Row.certain(topic(subject, "" + subject.agency())))
                        : List.of();
            }
            int province = provinces.getOrDefault(subject.unit(), 0);
            return Stream.concat(
                            places.getOrDefault(subject.unit(), List.of()).stream(),
                            places.getOrDefault(-province, List.of()).stream())
                    .filter(placed ->
                            placed.cell().agency() == 0 || placed.cell().agency() == subject.agency())
                    .map(placed -> row(placed.row(), subject))
                    .toList();
        }

        private Row row(Row placed, Subject subject) {
            if (asked.question().groupBy() == GroupBy.UNIT) {
                return placed;
            }
            boolean certain =
                    placed.doubt() < 0 || ground.doubts().get(placed.doubt()).isInside();
            return new Row(topic(subject, ""), certain ? -1 : 0);
        }

        private String topic(Subject subject, String otherwise) {
            return switch (asked.question().groupBy()) {
                case AGENCY -> "" + subject.agency();
                case PROCEDURE -> procedure(subject).code();
                case SECTOR -> procedure(subject).sector();
                case CHANNEL -> List.of("COUNTER", "ONLINE", "POSTAL").get(subject.channel() - 1);
                case UNIT -> otherwise;
                case MONTH -> "";
            };
        }

        private ExportLine.Procedure procedure(Subject subject) {
            return Objects.requireNonNull(procedures.get(subject.procedureVersion()));
        }

        /** What counts nowhere because its unit is unknown would be missed in silence. */
        private void requireTold(LoggedEvent event) {
            if (!event.units().allMatch(provinces::containsKey)) {
                throw new IllegalArgumentException("it names a unit that no line before it told");
            }
            if (event.procedureVersion().filter(version -> !procedures.containsKey(version)).isPresent()) {
                throw new IllegalArgumentException("it names a procedure that no line before it told");
            }
        }

        void add(LoggedEvent event, long line) {
            try {
                requireTold(event);
                Fact fact = LoggedFact.of(event);
                Course before = recount.course(event.dossierId()).orElseGet(Course::new);
                boolean right = StoredCounts.areRight(event, fact, before);
                recount.add(fact);
                if (!right) {
                    throw new IllegalArgumentException("the counts in it are not what happened");
                }
            } catch (IllegalArgumentException wrong) {
                throw new RecomputeFault("Line %d, event %d (%s) of dossier %s: %s"
                        .formatted(line, event.sequence(), event.type(), event.dossierId(), wrong.getMessage()));
            }
        }
    }
}
