package vn.motcua.dossier.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.motcua.contract.CaseClockDto;
import vn.motcua.contract.ClockExtensionDto;
import vn.motcua.contract.ClockInterruptionDto;
import vn.motcua.contract.DossierDeadlineDto;
import vn.motcua.deadline.CaseClock;
import vn.motcua.deadline.Extension;
import vn.motcua.deadline.Interruption;
import vn.motcua.deadline.Language;
import vn.motcua.deadline.Occasion;
import vn.motcua.deadline.web.StepMapping;
import vn.motcua.dossier.DeadlineStory;
import vn.motcua.dossier.DeadlineWords;
import vn.motcua.dossier.Promise;
import vn.motcua.platform.web.Told;
import vn.motcua.procedure.ClockPolicy.StartEvent;

/** The clocks of a dossier in the words of the contract. */
final class ClockMapping {

    private ClockMapping() {}

    static DossierDeadlineDto toDto(DeadlineStory story, Language language) {
        DossierDeadlineDto dto = new ToldStory(DeadlineWords.of(story, language));
        story.promise().ifPresent(promise -> promise(promise, dto));
        dto.setProcedureVersion(story.version().map(DossierMapping::toDto).orElse(null));
        dto.setCountedFrom(local(story.countedFrom()));
        dto.setSteps(story.steps().stream()
                .map(step -> StepMapping.toDto(step, language))
                .toList());
        dto.setPauses(story.pauses().stream().map(ClockMapping::toDto).toList());
        dto.setRestarts(story.restarts().stream().map(ClockMapping::toDto).toList());
        dto.setExtension(story.extension().map(ClockMapping::toDto).orElse(null));
        dto.setClocks(story.clocks().stream().map(ClockMapping::toDto).toList());
        return dto;
    }

    private static void promise(Promise promise, DossierDeadlineDto dto) {
        dto.setDueAt(local(promise.dueAt()));
        dto.setFirstPromisedAt(local(promise.firstPromisedAt()));
        dto.setCalendarVersion(promise.calendarVersion());
        dto.setRuleVersion(promise.ruleVersion());
        dto.setDependsOnForecast(promise.dependsOnForecast());
    }

    private static ClockInterruptionDto toDto(Interruption one) {
        return new ClockInterruptionDto(
                ClockInterruptionDto.GroundEnum.valueOf(one.ground().name()),
                DossierMapping.at(one.from()),
                local(one.to()),
                one.occasion().map(Occasion::name).orElse(null),
                one.occasion().map(Occasion::source).orElse(null));
    }

    private static ClockExtensionDto toDto(Extension extension) {
        return new ClockExtensionDto(
                DossierMapping.at(extension.recordedAt()),
                DossierMapping.at(extension.newDueAt()),
                extension.apologyNumber());
    }

    private static CaseClockDto toDto(CaseClock clock) {
        return new CaseClockDto(
                CaseClockDto.KindEnum.valueOf(clock.kind().name()),
                clock.name().orElse(null),
                CaseClockDto.StateEnum.valueOf(clock.state().name()),
                clock.kind().rule(),
                local(clock.startedAt()),
                local(clock.dueAt()),
                clock.gap()
                        .map(gap -> CaseClockDto.DueMissingEnum.valueOf(gap.name()))
                        .orElse(null),
                clock.remaining()
                        .map(left -> Math.floorDiv(left.toNanos(), TimeUnit.MINUTES.toNanos(1)))
                        .orElse(null),
                clock.waitsFor().flatMap(ClockMapping::waitsFor).orElse(null),
                clock.afterwards()
                        .map(next -> CaseClockDto.AfterwardsEnum.valueOf(next.name()))
                        .orElse(null));
    }

    private static Optional<CaseClockDto.WaitsForEnum> waitsFor(StartEvent what) {
        return switch (what) {
            case ACCEPTED -> Optional.empty();
            case COMPETENT_RECEPTION -> Optional.of(CaseClockDto.WaitsForEnum.COMPETENT_RECEPTION);
            case FEE_CONFIRMED -> Optional.of(CaseClockDto.WaitsForEnum.FEE);
        };
    }

    private static @Nullable OffsetDateTime local(Optional<Instant> moment) {
        return moment.map(DossierMapping::at).orElse(null);
    }

    private static final class ToldStory extends DossierDeadlineDto implements Told {

        private final String text;

        ToldStory(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
