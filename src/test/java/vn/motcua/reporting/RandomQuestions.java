package vn.motcua.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.dossier.Holder;
import vn.motcua.dossier.Routing;
import vn.motcua.reporting.Recount.Subject;
import vn.motcua.reporting.application.FigureQuery;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** Questions of every kind about a log, and what a recount of it answers. */
final class RandomQuestions {

    private final Random random;
    private final Territory territory;
    private final Instant now;
    private final List<Fact> log;

    RandomQuestions(Random random, Territory territory, Instant now, List<Fact> log) {
        this.random = random;
        this.territory = territory;
        this.now = now;
        this.log = log;
    }

    FigureQuery next() {
        LocalDate today = Course.day(now);
        LocalDate from = anyDay().minusDays(random.nextInt(3));
        LocalDate to = from.plusDays(random.nextInt(20));
        boolean isNow = random.nextInt(3) == 0;
        Period drawn = isNow
                ? new Period(from, random.nextBoolean() && from.isBefore(today) ? today : to, now)
                : asOf(from, to);
        Period period = from.isAfter(drawn.through()) ? new Period(drawn.through(), drawn.to(), drawn.asOf()) : drawn;
        Grouping grouping = Grouping.values()[random.nextInt(Grouping.values().length)];
        boolean isWholeNation =
                (grouping == Grouping.PROCEDURE || grouping == Grouping.CHANNEL) && random.nextInt(3) == 0;
        return new FigureQuery(
                isWholeNation ? List.of() : cells(grouping),
                isWholeNation,
                grouping,
                random.nextBoolean(),
                period,
                isNow,
                days(period));
    }

    /** A day on which something happened, mostly of late. */
    private LocalDate anyDay() {
        return Course.day(log.get(log.size() - 1 - random.nextInt(Math.min(log.size(), 300)))
                .occurredAt());
    }

    /** As of the end of a day, or of a moment at which something happened, or shortly before or after it. */
    private Period asOf(LocalDate from, LocalDate to) {
        Instant moment = log.get(random.nextInt(log.size())).recordedAt();
        return switch (random.nextInt(4)) {
            case 0 -> new Period(from, to, moment);
            case 1 -> new Period(from, to, moment.minusMillis(1));
            case 2 -> new Period(from, to, moment.plus(Duration.ofMinutes(random.nextInt(600))));
            default -> Period.asOfDay(from, to, anyDay());
        };
    }

    private List<LocalDate> days(Period period) {
        List<LocalDate> between = random.longs(random.nextInt(4), 1, 15)
                .mapToObj(period.through()::minusDays)
                .filter(day -> day.isAfter(period.before()))
                .distinct()
                .sorted()
                .toList();
        return Stream.of(List.of(period.before()), between, List.of(period.through()))
                .flatMap(List::stream)
                .toList();
    }

    /** Where something else than the cell makes the row, cells are told apart by their sign only. */
    private List<Cell> cells(Grouping grouping) {
        return grouping == Grouping.CELL
                ? cells(random.nextInt(4))
                : cells(grouping == Grouping.AGENCY ? 1 + random.nextInt(3) : random.nextInt(4)).stream()
                        .map(cell -> cell.inRow(random.nextInt(4) == 0 ? -1 : 1))
                        .toList();
    }

    /** Provinces, communes of one province, a few communes, or single agencies of them. */
    private List<Cell> cells(int kind) {
        return switch (kind) {
            case 0 -> ofUnits(units(Level.PROVINCE, Level.NATION), true);
            case 1 -> ofUnits(below(provinceOf(random.nextInt(log.size()))), false);
            case 2 ->
                ofUnits(
                        random.ints(5, 0, log.size())
                                .mapToObj(this::unitOf)
                                .distinct()
                                .toList(),
                        false);
            default -> ofAgencies();
        };
    }

    private List<Cell> ofUnits(List<AdministrativeUnit> units, boolean isWhole) {
        return IntStream.range(0, units.size())
                .mapToObj(row -> isWhole
                        ? Cell.ofProvince(row, units.get(row).version())
                        : Cell.ofUnit(
                                row,
                                province(units.get(row).version()),
                                units.get(row).version()))
                .toList();
    }

    private List<Cell> ofAgencies() {
        List<Routing> some = random.ints(4, 0, log.size())
                .mapToObj(event -> log.get(event).routing())
                .toList();
        List<Holder> holders = some.stream()
                .map(routing -> new Holder(routing.competentAgency(), routing.competentUnit()))
                .distinct()
                .toList();
        return IntStream.range(0, holders.size())
                .mapToObj(row -> new Cell(
                        row,
                        province(holders.get(row).unit()),
                        holders.get(row).unit(),
                        holders.get(row).agency()))
                .toList();
    }

    private List<AdministrativeUnit> units(Level... levels) {
        return territory
                .units()
                .filter(unit -> List.of(levels).contains(unit.level()))
                .toList();
    }

    private List<AdministrativeUnit> below(AdministrativeUnit province) {
        return territory.downwards(province).toList();
    }

    private AdministrativeUnit unitOf(int event) {
        return territory.unit(log.get(event).routing().competentUnit()).orElseThrow();
    }

    private AdministrativeUnit provinceOf(int event) {
        return territory.unit(province(unitOf(event).version())).orElseThrow();
    }

    private int province(int unit) {
        return territory
                .upwards(territory.unit(unit).orElseThrow())
                .filter(above -> above.level() == Level.PROVINCE || above.level() == Level.NATION)
                .findFirst()
                .orElseThrow()
                .version();
    }

    /** The same by counting one by one. */
    Map<Integer, List<Recounted>> recount(FigureQuery query) {
        Recount<Integer> recount = new Recount<>(new Recount.Question<>(
                query.known(), query.isNow(), query.isByReceiving(), query.days(), subject -> rows(query, subject)));
        log.forEach(recount::add);
        return recount.rows();
    }

    private Collection<Integer> rows(FigureQuery query, Subject subject) {
        List<Integer> within = query.isWholeNation()
                ? List.of(1)
                : query.cells().stream()
                        .filter(cell -> holds(cell, subject))
                        .map(Cell::row)
                        .toList();
        return switch (query.grouping()) {
            case CELL -> within;
            case AGENCY ->
                within.stream().map(sign -> sign * subject.agency()).distinct().toList();
            case PROCEDURE ->
                within.stream()
                        .map(sign -> sign * subject.procedureVersion())
                        .distinct()
                        .toList();
            case CHANNEL ->
                within.stream().map(sign -> sign * subject.channel()).distinct().toList();
        };
    }

    private boolean holds(Cell cell, Subject subject) {
        return cell.isWholeProvince()
                ? cell.province() == province(subject.unit())
                : cell.unit() == subject.unit() && (cell.agency() == 0 || cell.agency() == subject.agency());
    }
}
