package vn.motcua.reporting.web;

import vn.motcua.contract.AgencyRefDto;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.ProcedureRefDto;
import vn.motcua.contract.RowKeyDto;
import vn.motcua.contract.UnitRefDto;
import vn.motcua.contract.UnplacedDto;
import vn.motcua.reporting.application.Report;
import vn.motcua.reporting.application.RowKey;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;

/** What rows are about, in the words of the contract. */
final class Keys {

    private Keys() {}

    static RowKeyDto toDto(RowKey key) {
        return switch (key) {
            case RowKey.OfUnit(AdministrativeUnit unit) -> new RowKeyDto().unit(unit(unit));
            case RowKey.OfAgency(Agency agency) -> new RowKeyDto().agency(agency(agency));
            case RowKey.OfSector(String sector) -> new RowKeyDto().sector(sector);
            case RowKey.OfProcedure procedure -> new RowKeyDto().procedure(procedure(procedure));
            case RowKey.OfChannel(var channel) -> new RowKeyDto().channel(ChannelDto.valueOf(channel.name()));
            case RowKey.OfMonth(var month) -> new RowKeyDto().month(month.toString());
            case RowKey.Total() -> new RowKeyDto();
        };
    }

    static UnplacedDto unplaced(long count, Report.Unplaced unplaced) {
        return new UnplacedDto(
                count, unplaced.candidates().stream().map(Keys::unit).toList());
    }

    static ProcedureRefDto procedure(RowKey.OfProcedure procedure) {
        return new ProcedureRefDto(procedure.code(), procedure.name());
    }

    static UnitRefDto unit(AdministrativeUnit unit) {
        return new UnitRefDto(
                        unit.code(), unit.name(), LevelDto.valueOf(unit.level().name()), unit.validFrom())
                .validTo(unit.validTo().orElse(null));
    }

    static AgencyRefDto agency(Agency agency) {
        return new AgencyRefDto(
                String.valueOf(agency.id()),
                agency.identifier(),
                agency.provisional()
                        ? AgencyRefDto.IdentifierStatusEnum.PROVISIONAL
                        : AgencyRefDto.IdentifierStatusEnum.OFFICIAL,
                agency.name());
    }
}
