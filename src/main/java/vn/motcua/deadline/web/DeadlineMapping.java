package vn.motcua.deadline.web;

import java.util.List;
import vn.motcua.contract.DeadlineDto;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Explanation;
import vn.motcua.deadline.ExplanationText;
import vn.motcua.deadline.Language;
import vn.motcua.deadline.OutsideCalendar;
import vn.motcua.deadline.Step;
import vn.motcua.platform.web.Told;

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
        DeadlineDto dto = new ToldDeadline(ExplanationText.of(deadline, steps, language));
        dto.setDueAt(StepMapping.local(deadline.dueAt()));
        dto.setCountedFrom(StepMapping.local(deadline.countedFrom()));
        dto.setCalendarVersion(deadline.calendarVersion());
        dto.setRuleVersion(deadline.ruleVersion());
        dto.setDependsOnForecast(deadline.dependsOnForecast());
        dto.setSteps(
                steps.stream().map(step -> StepMapping.toDto(step, language)).toList());
        return dto;
    }

    private static final class ToldDeadline extends DeadlineDto implements Told {

        private final String text;

        ToldDeadline(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
