package vn.motcua.deadline.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.DeadlineDto;
import vn.motcua.contract.DeadlineStepDto;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Explanation;
import vn.motcua.deadline.Language;
import vn.motcua.deadline.OutsideCalendar;
import vn.motcua.deadline.Step;

/** The clock's answer in the contract's words. */
final class DeadlineMapping {

    private DeadlineMapping() {}

    static DeadlineDto toDto(Explanation answer, Language language) {
        return switch (answer) {
            case Explanation.Explained(Deadline deadline, List<Step> steps) -> toDto(deadline, steps, language);
            case OutsideCalendar outside -> throw DeadlineProblems.outside(outside);
        };
    }

    private static DeadlineDto toDto(Deadline deadline, List<Step> steps, Language language) {
        return new DeadlineDto(
                local(deadline.dueAt()),
                local(deadline.countedFrom()),
                deadline.calendarVersion(),
                deadline.ruleVersion(),
                deadline.dependsOnForecast(),
                steps.stream().map(step -> toDto(step, language)).toList());
    }

    private static DeadlineStepDto toDto(Step step, Language language) {
        DeadlineStepDto dto = new DeadlineStepDto(
                step.date(),
                local(step.from()),
                local(step.to()),
                Math.toIntExact(step.counted()),
                DeadlineStepDto.KindEnum.valueOf(step.kind().name()),
                step.rule().number(),
                step.because(language));
        return step.source().map(dto::source).orElse(dto);
    }

    private static OffsetDateTime local(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
