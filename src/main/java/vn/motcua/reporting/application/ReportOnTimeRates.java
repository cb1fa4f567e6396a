package vn.motcua.reporting.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.identity.Caller;
import vn.motcua.reporting.Counts;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.UnitFigures;
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

    /** The rows by unit name, and their total. */
    public record Report(List<UnitFigures> rows, Counts total) {}

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

    private Mono<Report> report(Question question, AdministrativeUnit unit, Territory territory) {
        Period period = new Period(question.from(), question.to(), question.askedAt());
        return figures.sums(unit, question.level(), period, question.definition())
                .map(sums -> sums.stream()
                        .map(row -> new UnitFigures(
                                territory.unit(row.unitVersion()).orElseThrow(),
                                row.sums().classes(question.definition())))
                        .toList())
                .map(rows ->
                        new Report(rows, rows.stream().map(UnitFigures::counts).reduce(Counts.NONE, Counts::plus)));
    }
}
