package vn.motcua.deadline.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.DeadlineStepDto;
import vn.motcua.deadline.Language;
import vn.motcua.deadline.Step;

/** Steps to a due moment in the contract's words. */
public final class StepMapping {

    private StepMapping() {}

    /** The step, with its reason in a language. */
    public static DeadlineStepDto toDto(Step step, Language language) {
        DeadlineStepDto dto = new DeadlineStepDto(
                step.date(),
                local(step.from()),
                local(step.to()),
                Math.toIntExact(step.counted()),
                DeadlineStepDto.KindEnum.valueOf(step.kind().name()),
                step.rule().number(),
                step.because(language));
        step.source().ifPresent(dto::setSource);
        step.stage().ifPresent(dto::setStage);
        return dto;
    }

    /** As answers write it. */
    static OffsetDateTime local(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
