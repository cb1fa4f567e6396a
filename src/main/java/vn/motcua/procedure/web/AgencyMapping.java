package vn.motcua.procedure.web;

import vn.motcua.contract.AgencyDto;
import vn.motcua.contract.AgencyDto.IdentifierStatusEnum;
import vn.motcua.contract.AgencyKindDto;
import vn.motcua.contract.AgencyPageDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.platform.web.Pages;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyIdentifier;
import vn.motcua.territory.Territory;

/** Agencies in the words of the contract. */
final class AgencyMapping {

    private AgencyMapping() {}

    static AgencyPageDto toDto(Pages.Page<Agency> page, Territory territory) {
        return new AgencyPageDto(
                page.items().stream().map(agency -> toDto(agency, territory)).toList(), page.next());
    }

    private static AgencyDto toDto(Agency agency, Territory territory) {
        return new AgencyDto(
                Integer.toString(agency.id()),
                agency.identifier(),
                agency.provisional() ? IdentifierStatusEnum.PROVISIONAL : IdentifierStatusEnum.OFFICIAL,
                AgencyIdentifier.parse(agency.identifier())
                        .flatMap(AgencyIdentifier::oldForm)
                        .orElse(null),
                agency.name(),
                AgencyKindDto.valueOf(agency.kind().name()),
                LevelDto.valueOf(agency.level().name()),
                agency.unit()
                        .flatMap(territory::unit)
                        .map(AdministrativeUnit::code)
                        .orElse(null));
    }
}
