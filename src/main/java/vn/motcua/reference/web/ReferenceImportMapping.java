package vn.motcua.reference.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.BadLineDto;
import vn.motcua.contract.ReferenceCalendarDto;
import vn.motcua.contract.ReferenceChangeDto;
import vn.motcua.contract.ReferenceDoubtDto;
import vn.motcua.contract.ReferenceFileDto;
import vn.motcua.contract.ReferenceFlagDto;
import vn.motcua.contract.ReferenceImportDto;
import vn.motcua.contract.ReferenceOverviewDto;
import vn.motcua.contract.ReferenceReportDto;
import vn.motcua.platform.web.Language;
import vn.motcua.procedure.ProcedureDraft.Doubt;
import vn.motcua.reference.BadLine;
import vn.motcua.reference.CalendarDifference;
import vn.motcua.reference.Flag;
import vn.motcua.reference.ImportReport;
import vn.motcua.reference.ImportState;
import vn.motcua.reference.Overview;
import vn.motcua.reference.Progress;
import vn.motcua.reference.application.ImportRegister.Entry;

/** Imports in the words of the contract. */
final class ReferenceImportMapping {

    private ReferenceImportMapping() {}

    static ReferenceImportDto toDto(Entry entry, Language language) {
        ReferenceImportDto dto = new ReferenceImportDto(
                        entry.id(),
                        ReferenceImportDto.StateEnum.valueOf(entry.state().name()),
                        entry.dryRun(),
                        entry.requestedBy(),
                        moment(entry.requestedAt()),
                        entry.progress().files().stream()
                                .map(ReferenceImportMapping::file)
                                .toList())
                .finishedAt(
                        entry.finishedAt().map(ReferenceImportMapping::moment).orElse(null))
                .report(entry.report().map(report -> report(report, language)).orElse(null));
        return entry.state() == ImportState.RUNNING ? dto.stage(stage(entry.progress())) : dto;
    }

    /** What has ended its work but is not written down as such yet still writes. */
    private static ReferenceImportDto.StageEnum stage(Progress progress) {
        return switch (progress.stage()) {
            case WAITING -> ReferenceImportDto.StageEnum.WAITING;
            case READING -> ReferenceImportDto.StageEnum.READING;
            case PLANNING -> ReferenceImportDto.StageEnum.PLANNING;
            case WRITING, ENDED -> ReferenceImportDto.StageEnum.WRITING;
        };
    }

    private static ReferenceFileDto file(Progress.FileProgress file) {
        return new ReferenceFileDto(file.file().fileName(), file.linesRead())
                .linesTotal(file.linesTotal().orElse(null));
    }

    private static ReferenceReportDto report(ImportReport report, Language language) {
        ReferenceReportDto dto = new ReferenceReportDto(
                report.changes().stream()
                        .map(change -> new ReferenceChangeDto(
                                ReferenceChangeDto.SubjectEnum.valueOf(
                                        change.subject().name()),
                                change.added(),
                                change.ended()))
                        .toList(),
                overview(report.overview()),
                doubts(report.doubts()),
                report.flags().stream().map(ReferenceImportMapping::flag).toList(),
                report.badLines(),
                report.firstBadLines().stream()
                        .map(line -> badLine(line, language))
                        .toList());
        return dto.calendar(
                report.calendar().map(ReferenceImportMapping::calendar).orElse(null));
    }

    private static ReferenceCalendarDto calendar(CalendarDifference difference) {
        return new ReferenceCalendarDto(
                difference.knownFrom(),
                difference.knownUntil(),
                difference.added(),
                difference.removed(),
                difference.changed(),
                difference.overridden());
    }

    private static ReferenceOverviewDto overview(Overview overview) {
        return new ReferenceOverviewDto(
                overview.provinces(),
                overview.communes(),
                overview.oldProvinces(),
                overview.oldDistricts(),
                overview.oldCommunes(),
                overview.successionsOf2025(),
                overview.laterSuccessions(),
                overview.agencies(),
                overview.provisionalAgencies(),
                overview.procedures(),
                overview.variantsWithoutTerm(),
                overview.suspectFees());
    }

    private static List<ReferenceDoubtDto> doubts(Map<Doubt, Integer> doubts) {
        return doubts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(doubt -> new ReferenceDoubtDto(Flag.slug(doubt.getKey()), doubt.getValue()))
                .toList();
    }

    private static ReferenceFlagDto flag(Flag flag) {
        return new ReferenceFlagDto(flag.file().fileName(), flag.line(), flag.code(), Flag.slug(flag.doubt()));
    }

    private static BadLineDto badLine(BadLine line, Language language) {
        String message = switch (language) {
            case VI -> line.reason().vietnamese();
            case EN -> line.reason().english();
        };
        return new BadLineDto(line.file().fileName(), line.line(), line.reason().slug(), message)
                .detail(line.detail().isEmpty() ? null : line.detail());
    }

    private static OffsetDateTime moment(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
