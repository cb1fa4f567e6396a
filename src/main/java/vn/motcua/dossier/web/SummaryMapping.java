package vn.motcua.dossier.web;

import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.DossierSummaryDto;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Reference;
import vn.motcua.platform.web.Language;
import vn.motcua.procedure.ProcedureVersion;

/** Lines of lists in the words of the contract. */
final class SummaryMapping {

    private SummaryMapping() {}

    static DossierSummaryDto toDto(DossierSummary dossier, Reference reference, Language language) {
        ProcedureVersion procedure = reference
                .procedures()
                .version(dossier.procedureVersion())
                .orElseThrow(() -> new IllegalStateException("A dossier's procedure version is never deleted"));
        return new DossierSummaryDto(
                        dossier.id(),
                        dossier.tracking().value(),
                        procedure.code().value(),
                        procedure.name(),
                        ChannelDto.valueOf(dossier.channel().name()),
                        DossierMapping.clock(dossier.status(), dossier.acceptedAt(), dossier.waitsFor()),
                        dossier.isSettled()
                                ? DossierSummaryDto.RoutingEnum.SETTLED
                                : DossierSummaryDto.RoutingEnum.OPEN,
                        dossier.isOverdue(),
                        DossierMapping.agency(dossier.receivingAgency(), reference),
                        DossierMapping.agency(dossier.competentAgency(), reference))
                .code(dossier.code().orElse(null))
                .status(dossier.status().map(DossierStatus::number).orElse(null))
                .statusName(
                        dossier.status().map(status -> name(status, language)).orElse(null))
                .applicantName(dossier.applicant().orElse(null))
                .role(dossier.role()
                        .map(role -> DossierSummaryDto.RoleEnum.valueOf(role.name()))
                        .orElse(null))
                .filedAt(DossierMapping.at(dossier.filedAt()))
                .acceptedAt(DossierMapping.at(dossier.acceptedAt()))
                .intakeDueAt(DossierMapping.at(dossier.intakeDueAt()))
                .dueAt(DossierMapping.at(dossier.dueAt()))
                .dueMissing(dossier.dueMissing()
                        .map(why -> DossierSummaryDto.DueMissingEnum.valueOf(why.name()))
                        .orElse(null));
    }

    private static String name(DossierStatus status, Language language) {
        return language == Language.EN ? status.english() : status.vietnamese();
    }
}
