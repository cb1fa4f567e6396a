package vn.motcua.reporting.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.DefinitionDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.OnTimeRatesDto;
import vn.motcua.contract.OnTimeRowDto;
import vn.motcua.contract.RateDto;
import vn.motcua.contract.RowKeyDto;
import vn.motcua.contract.UnitRefDto;
import vn.motcua.reporting.Counts;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Rate;
import vn.motcua.reporting.application.ReportOnTimeRates.Question;
import vn.motcua.reporting.application.ReportOnTimeRates.Report;
import vn.motcua.territory.AdministrativeUnit;

/** Figures in the words of the contract. */
final class FiguresMapping {

    private FiguresMapping() {}

    static OnTimeRatesDto toDto(Question question, Report report) {
        return new OnTimeRatesDto(
                question.from(),
                question.to(),
                OnTimeRatesDto.ViewEnum.AS_WAS,
                question.askedAt().atZone(WorkingCalendar.ZONE).toOffsetDateTime(),
                report.rows().stream()
                        .map(row -> row(
                                new RowKeyDto().unit(unit(row.unit())),
                                row.movement().classes(question.definition()),
                                question.definition()))
                        .toList(),
                row(new RowKeyDto(), report.total().classes(question.definition()), question.definition()));
    }

    private static OnTimeRowDto row(RowKeyDto key, Counts counts, Definition definition) {
        return new OnTimeRowDto(
                key,
                counts.received(),
                counts.carriedOver(),
                counts.early(),
                counts.onTime(),
                counts.overdue(),
                counts.withdrawn(),
                counts.stopped(),
                counts.resolvedWithoutDue(),
                counts.pendingInTime(),
                counts.pendingOverdue(),
                counts.pendingPaused(),
                counts.pendingWithoutDue(),
                counts.stoppedOverdue(),
                counts.withdrawnOverdue(),
                counts.pendingNotStarted(),
                List.of(rate(definition.rate(counts), definition)),
                false);
    }

    private static RateDto rate(Rate rate, Definition definition) {
        Optional<BigDecimal> fraction = rate.fraction();
        return new RateDto(DefinitionDto.fromValue(definition.id()), rate.numerator(), rate.denominator())
                .rate(fraction.orElse(null))
                .reason(fraction.isPresent() ? null : RateDto.ReasonEnum.NOT_APPLICABLE);
    }

    private static UnitRefDto unit(AdministrativeUnit unit) {
        return new UnitRefDto(
                        unit.code(), unit.name(), LevelDto.valueOf(unit.level().name()), unit.validFrom())
                .validTo(unit.validTo().orElse(null));
    }
}
