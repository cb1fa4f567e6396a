package vn.motcua.dossier.web;

import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.RoutingExceptionDto;
import vn.motcua.contract.UnitRefDto;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.RoutingExceptions.Open;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.territory.AdministrativeUnit;

/** Dossiers that lead nowhere, in the words of the contract. */
final class RoutingMapping {

    private RoutingMapping() {}

    static RoutingExceptionDto toDto(Open open, Reference reference) {
        ProcedureVersion procedure = reference
                .procedures()
                .version(open.procedureVersion())
                .orElseThrow(() -> new IllegalStateException("A dossier's procedure version is never deleted"));
        AdministrativeUnit place = reference
                .territory()
                .unit(open.namedPlace())
                .orElseThrow(() -> new IllegalStateException("A dossier's unit is never deleted"));
        return new RoutingExceptionDto(
                        open.id(),
                        open.version(),
                        open.trackingCode(),
                        procedure.code().value(),
                        procedure.name(),
                        ChannelDto.valueOf(open.channel().name()),
                        DossierMapping.at(open.filedAt()),
                        DossierMapping.agency(open.receivingAgency(), reference),
                        new UnitRefDto(
                                        place.code(),
                                        place.name(),
                                        LevelDto.valueOf(place.level().name()),
                                        place.validFrom())
                                .validTo(place.validTo().orElse(null)))
                .intakeDueAt(DossierMapping.at(open.intakeDueAt()));
    }
}
