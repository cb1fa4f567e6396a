package vn.motcua.reporting.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.FigureViewDto;
import vn.motcua.contract.IntakeRateDto;
import vn.motcua.contract.IntakeRatesDto;
import vn.motcua.contract.IntakeRowDto;
import vn.motcua.reporting.Bounds;
import vn.motcua.reporting.IntakeCounts;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.Rate;
import vn.motcua.reporting.application.Report;
import vn.motcua.reporting.application.Report.Line;

/** The answers of desks in the words of the contract. */
final class IntakeMapping {

    private IntakeMapping() {}

    static IntakeRatesDto toDto(Question question, Report report) {
        return new IntakeRatesDto(
                question.from(),
                question.to(),
                FigureViewDto.valueOf(question.view().name()),
                report.asOf().atZone(WorkingCalendar.ZONE).toOffsetDateTime(),
                report.logPosition(),
                report.rows().stream().map(IntakeMapping::row).toList(),
                row(report.total()));
    }

    private static IntakeRowDto row(Line line) {
        IntakeCounts counts = line.movement().intake();
        IntakeRowDto row = new IntakeRowDto(
                Keys.toDto(line.key()),
                counts.filed(),
                counts.carriedOver(),
                counts.acceptedInTime(),
                counts.acceptedLate(),
                counts.refusedInTime(),
                counts.refusedLate(),
                counts.supplementAskedInTime(),
                counts.supplementAskedLate(),
                counts.withdrawnBefore(),
                counts.pendingInTime(),
                counts.pendingLate(),
                List.of(rate(line)));
        line.unplaced().ifPresent(unplaced -> {
            IntakeCounts of = unplaced.movement().intake();
            row.unplaced(Keys.unplaced(of.filed() + of.carriedOver(), unplaced));
        });
        return row;
    }

    private static IntakeRateDto rate(Line line) {
        Rate rate = line.movement().intake().rate();
        Optional<BigDecimal> fraction = rate.fraction();
        IntakeRateDto dto = new IntakeRateDto(
                rate.numerator(),
                rate.denominator(),
                fraction.orElse(null),
                fraction.isPresent() ? null : IntakeRateDto.ReasonEnum.NOT_APPLICABLE);
        line.unplaced().ifPresent(unplaced -> {
            Bounds bounds = Bounds.of(rate, unplaced.movement().intake().rate());
            dto.rateLow(bounds.low().fraction().orElse(null))
                    .rateHigh(bounds.high().fraction().orElse(null));
        });
        return dto;
    }
}
