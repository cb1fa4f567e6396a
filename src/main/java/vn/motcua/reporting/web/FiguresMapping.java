package vn.motcua.reporting.web;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.DefinitionDto;
import vn.motcua.contract.FigureViewDto;
import vn.motcua.contract.OnTimeRatesDto;
import vn.motcua.contract.OnTimeRowDto;
import vn.motcua.contract.RateDto;
import vn.motcua.reporting.Bounds;
import vn.motcua.reporting.Counts;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.Rate;
import vn.motcua.reporting.SmallCells.Part;
import vn.motcua.reporting.application.Report;
import vn.motcua.reporting.application.Report.Line;

/** On-time rates in the words of the contract. What is withheld, or does not stand there, is left out. */
final class FiguresMapping {

    private FiguresMapping() {}

    static OnTimeRatesDto toDto(Question question, Report report, Set<Definition> definitions) {
        return new OnTimeRatesDto(
                question.from(),
                question.to(),
                FigureViewDto.valueOf(question.view().name()),
                report.asOf().atZone(WorkingCalendar.ZONE).toOffsetDateTime(),
                report.logPosition(),
                report.rows().stream().map(line -> row(line, definitions)).toList(),
                row(report.total(), definitions));
    }

    private static OnTimeRowDto row(Line line, Set<Definition> definitions) {
        boolean isAlone = definitions.size() == 1;
        Counts counts = line.movement().classes(definitions.iterator().next());
        OnTimeRowDto row = new OnTimeRowDto(
                Keys.toDto(line.key()),
                definitions.stream()
                        .map(definition -> isAlone
                                ? rate(line, definition)
                                : withClasses(
                                        rate(line, definition), line.movement().classes(definition)))
                        .toList(),
                !line.withheld().isEmpty());
        common(row, counts, line.withheld());
        if (isAlone) {
            judged(row, counts, line.withheld());
        }
        line.unplaced().ifPresent(unplaced -> {
            Counts of = unplaced.movement().classes(definitions.iterator().next());
            row.unplaced(Keys.unplaced(of.received() + of.carriedOver(), unplaced));
        });
        return row;
    }

    /** The classes that are the same in every definition. */
    private static void common(OnTimeRowDto row, Counts counts, Set<Part> withheld) {
        if (!withheld.contains(Part.CAME)) {
            row.received(counts.received()).carriedOver(counts.carriedOver());
        }
        if (!withheld.contains(Part.ENDED)) {
            row.withdrawn(counts.withdrawn()).stopped(counts.stopped()).resolvedWithoutDue(counts.resolvedWithoutDue());
        }
        if (!withheld.contains(Part.PENDING)) {
            row.pendingWithoutDue(counts.pendingWithoutDue()).pendingNotStarted(counts.pendingNotStarted());
        }
    }

    private static void judged(OnTimeRowDto row, Counts counts, Set<Part> withheld) {
        if (!withheld.contains(Part.ENDED)) {
            row.early(counts.early())
                    .onTime(counts.onTime())
                    .overdue(counts.overdue())
                    .stoppedOverdue(counts.stoppedOverdue())
                    .withdrawnOverdue(counts.withdrawnOverdue());
        }
        if (!withheld.contains(Part.PENDING)) {
            row.pendingInTime(counts.pendingInTime())
                    .pendingOverdue(counts.pendingOverdue())
                    .pendingPaused(counts.pendingPaused());
        }
    }

    private static RateDto withClasses(RateDto rate, Counts counts) {
        return rate.early(counts.early())
                .onTime(counts.onTime())
                .overdue(counts.overdue())
                .pendingInTime(counts.pendingInTime())
                .pendingOverdue(counts.pendingOverdue())
                .pendingPaused(counts.pendingPaused())
                .stoppedOverdue(counts.stoppedOverdue())
                .withdrawnOverdue(counts.withdrawnOverdue());
    }

    private static RateDto rate(Line line, Definition definition) {
        DefinitionDto id = DefinitionDto.fromValue(definition.id());
        if (line.withheld().contains(Part.ENDED)) {
            return new RateDto(id, null, RateDto.ReasonEnum.SUPPRESSED);
        }
        Rate rate = definition.rate(line.movement().classes(definition));
        Optional<BigDecimal> fraction = rate.fraction();
        RateDto dto = new RateDto(
                        id, fraction.orElse(null), fraction.isPresent() ? null : RateDto.ReasonEnum.NOT_APPLICABLE)
                .numerator(rate.numerator())
                .denominator(rate.denominator());
        line.unplaced().ifPresent(unplaced -> {
            Bounds bounds = Bounds.of(rate, definition.rate(unplaced.movement().classes(definition)));
            dto.rateLow(bounds.low().fraction().orElse(null))
                    .rateHigh(bounds.high().fraction().orElse(null));
        });
        return dto;
    }
}
