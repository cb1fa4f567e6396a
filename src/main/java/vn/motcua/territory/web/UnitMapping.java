package vn.motcua.territory.web;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.contract.AdministrativeUnitDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.RelatedUnitDto;
import vn.motcua.contract.RelatedUnitsDto;
import vn.motcua.contract.SuccessionKindDto;
import vn.motcua.contract.UnitKindDto;
import vn.motcua.contract.UnitPageDto;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.Pages;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Descent;
import vn.motcua.territory.Territory;

/** Units in the words of the contract. */
final class UnitMapping {

    private UnitMapping() {}

    static UnitPageDto toDto(Pages.Page<AdministrativeUnit> page, Territory territory) {
        return new UnitPageDto(
                page.items().stream().map(unit -> toDto(unit, territory)).toList(), page.next());
    }

    static AdministrativeUnitDto toDto(AdministrativeUnit unit, Territory territory) {
        return new AdministrativeUnitDto(
                unit.code(),
                unit.name(),
                LevelDto.valueOf(unit.level().name()),
                UnitKindDto.valueOf(unit.kind().name()),
                unit.validFrom(),
                unit.validTo().orElse(null),
                unit.parent()
                        .flatMap(territory::unit)
                        .map(AdministrativeUnit::code)
                        .orElse(null));
    }

    static RelatedUnitsDto successors(AdministrativeUnit unit, LocalDate day, Territory territory, Language language) {
        List<Descent> successors = territory.lineage().successorsOn(unit, day);
        return related(unit, day, successors, successors.size() > 1, territory, language);
    }

    static RelatedUnitsDto predecessors(
            AdministrativeUnit unit, LocalDate day, Territory territory, Language language) {
        List<Descent> predecessors = territory.lineage().predecessorsOn(unit, day);
        boolean split = predecessors.stream()
                .anyMatch(predecessor -> territory.lineage().isSplit(predecessor.unit()));
        return related(unit, day, predecessors, split, territory, language);
    }

    private static RelatedUnitsDto related(
            AdministrativeUnit unit,
            LocalDate day,
            List<Descent> others,
            boolean split,
            Territory territory,
            Language language) {
        return new RelatedUnitsDto(
                toDto(unit, territory),
                day,
                others.stream().map(other -> toDto(other, territory)).toList(),
                null,
                split,
                split ? splitNote(language) : null);
    }

    private static RelatedUnitDto toDto(Descent descent, Territory territory) {
        return new RelatedUnitDto(
                toDto(descent.unit(), territory),
                descent.changes().stream()
                        .map(change -> SuccessionKindDto.valueOf(change.name()))
                        .toList());
    }

    private static String splitNote(Language language) {
        return switch (language) {
            case VI ->
                "Địa bàn hoặc dân cư của một đơn vị cũ đã được chia cho nhiều đơn vị mới: chỉ riêng mã đơn vị không"
                        + " xác định được một địa chỉ nay thuộc đơn vị nào.";
            case EN ->
                "The ground or people of one former unit went to several: the code alone does not decide to which of"
                        + " them an address belongs now.";
        };
    }
}
