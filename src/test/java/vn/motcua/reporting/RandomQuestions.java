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
import vn.motcua.reporting.Recount.Subject;
import vn.motcua.reporting.application.FigureQuery;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** Questions of every kind about a log, and what a recount of it answers. */
final class RandomQuestions {

    private static final int DAYS = 150;

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
        LocalDate from = today.minusDays(random.nextInt(DAYS));
        LocalDate to = from.plusDays(random.nextInt(60));
        boolean isNow = random.nextInt(3) == 0;
        Period period = isNow ? new Period(from, to, now) : asOf(from, to, today);
        Grouping grouping = Grouping.values()[random.nextInt(Grouping.values().length)];
        boolean isWholeNation = grouping != Grouping.CELL && random.nextInt(3) == 0;
        return new FigureQuery(
                isWholeNation ? List.of() : cells(),
                isWholeNation,
                grouping,
                random.nextBoolean(),
                period,
                isNow,
                days(period));
    }

    private Period asOf(LocalDate from, LocalDate to, LocalDate today) {
        return random.nextBoolean()
                ? Period.asOfDay(from, to, today.minusDays(1 + random.nextInt(40)))
                : new Period(from, to, now.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 30))));
    }

    private List<LocalDate> days(Period period) {
        return Stream.concat(
                        Stream.of(period.before(), period.through()),
                        random.longs(random.nextInt(4), 0, 40)
                                .mapToObj(period.through()::minusDays)
                                .filter(day -> day.isAfter(period.before())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Provinces, communes of one province, a few communes, or single agencies of them. */
    private List<Cell> cells() {
        return switch (random.nextInt(4)) {
            case 0 -> ofUnits(units(Level.PROVINCE, Level.NATION), true);
            case 1 -> ofUnits(below(pick(units(Level.PROVINCE))), false);
            case 2 -> ofUnits(random.ints(5, 0, log.size()).mapToObj(this::unitOf).distinct().toList(), false);
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
        return IntStream.range(0, 4)
                .mapToObj(row -> {
                    var routing = log.get(random.nextInt(log.size())).routing();
                    return new Cell(
                            row,
                            province(routing.competentUnit()),
                            routing.competentUnit(),
                            routing.competentAgency());
                })
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

    private int province(int unit) {
        return territory
                .upwards(territory.unit(unit).orElseThrow())
                .filter(above -> above.level() == Level.PROVINCE || above.level() == Level.NATION)
                .findFirst()
                .orElseThrow()
                .version();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
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
                ? List.of(0)
                : query.cells().stream()
                        .filter(cell -> holds(cell, subject))
                        .map(Cell::row)
                        .toList();
        return switch (query.grouping()) {
            case CELL -> within;
            case PROCEDURE -> within.stream().map(_ -> subject.procedureVersion()).distinct().toList();
            case CHANNEL -> within.stream().map(_ -> subject.channel()).distinct().toList();
        };
    }

    private boolean holds(Cell cell, Subject subject) {
        return cell.isWholeProvince()
                ? cell.province() == province(subject.unit())
                : cell.unit() == subject.unit() && (cell.agency() == 0 || cell.agency() == subject.agency());
    }
}
