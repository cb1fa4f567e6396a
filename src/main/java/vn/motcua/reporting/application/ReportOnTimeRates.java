package vn.motcua.reporting.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Caller;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Movement;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.application.FigureQuery.Grouping;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** Answers how many were on time, for those who may know. */
@Service
public class ReportOnTimeRates {

    private final Territories territories;
    private final Figures figures;

    ReportOnTimeRates(Territories territories, Figures figures) {
        this.territories = territories;
        this.figures = figures;
    }

    /** What is asked, by whom. */
    public record Question(
            Caller caller,
            Level level,
            Optional<Reach.Asked> unit,
            LocalDate from,
            LocalDate to,
            Definition definition,
            Instant askedAt) {}

    /** A unit and what agencies of it and below it handle. */
    public record Row(AdministrativeUnit unit, Movement movement) {}

    /** The rows by unit name, and their total. */
    public record Report(long logPosition, List<Row> rows, Movement total) {}

    public Mono<Report> report(Question question) {
        return territories.current().flatMap(territory -> switch (Reach.of(
                question.caller(),
                question.unit(),
                question.to(),
                LocalDate.ofInstant(question.askedAt(), WorkingCalendar.ZONE),
                territory)) {
            case Reach.Below(AdministrativeUnit unit)
            when question.level().isAbove(unit.level()) -> Mono.error(() -> new FiguresRefused(new Reach.Above()));
            case Reach.Refused refused -> Mono.error(() -> new FiguresRefused(refused));
            case Reach.Below(AdministrativeUnit unit) -> report(question, unit, territory);
        });
    }

    private Mono<Report> report(Question question, AdministrativeUnit below, Territory territory) {
        Period period = new Period(question.from(), question.to(), question.askedAt());
        List<AdministrativeUnit> units = territory
                .downwards(below)
                .filter(unit -> unit.level() == question.level())
                .filter(unit -> !unit.validFrom().isAfter(question.to()))
                .sorted(Comparator.comparing(AdministrativeUnit::name).thenComparingInt(AdministrativeUnit::version))
                .toList();
        List<FigureQuery.Cell> cells = IntStream.range(0, units.size())
                .boxed()
                .flatMap(row -> Places.ofSubtree(row, units.get(row), territory).stream())
                .toList();
        return figures.ask(new FigureQuery(
                        cells, false, Grouping.CELL, false, period, true, List.of(period.before(), period.through())))
                .map(answer -> report(question, units, period, answer));
    }

    private static Report report(
            Question question, List<AdministrativeUnit> units, Period period, Figures.Answer answer) {
        List<Row> rows = IntStream.range(0, units.size())
                .mapToObj(row -> new Row(
                        units.get(row),
                        answer.rows()
                                .getOrDefault(row, List.of(Movement.none(period.isMidDay())))
                                .getFirst()))
                .filter(row -> row.unit()
                                .validTo()
                                .filter(last -> last.isBefore(question.from()))
                                .isEmpty()
                        || row.movement().holdsAnything(question.definition()))
                .toList();
        return new Report(
                answer.logPosition(),
                rows,
                rows.stream().map(Row::movement).reduce(Movement.none(period.isMidDay()), Movement::plus));
    }
}
