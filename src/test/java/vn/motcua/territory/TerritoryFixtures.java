package vn.motcua.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A nation with one province, two communes and their agencies. */
public final class TerritoryFixtures {

    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    public static final AdministrativeUnit NATION = unit(1, "VN", Level.NATION, Optional.empty());
    public static final AdministrativeUnit HA_TINH = unit(2, "42", Level.PROVINCE, Optional.of(1));
    public static final AdministrativeUnit THANH_SEN = unit(3, "18073", Level.COMMUNE, Optional.of(2));
    public static final AdministrativeUnit KY_ANH = unit(4, "18754", Level.COMMUNE, Optional.of(2));
    public static final AdministrativeUnit NGHE_AN = unit(5, "40", Level.PROVINCE, Optional.of(1));

    public static final Agency PROVINCE_COMMITTEE = agency(21, AgencyKind.PEOPLES_COMMITTEE, HA_TINH);
    public static final Agency COMMITTEE = agency(31, AgencyKind.PEOPLES_COMMITTEE, THANH_SEN);
    public static final Agency POLICE = agency(32, AgencyKind.POLICE, THANH_SEN);
    public static final Agency OTHER_COMMITTEE = agency(41, AgencyKind.PEOPLES_COMMITTEE, KY_ANH);

    private TerritoryFixtures() {}

    public static Territory territory() {
        return new Territory(
                List.of(NATION, HA_TINH, THANH_SEN, KY_ANH, NGHE_AN),
                List.of(),
                Stream.of(PROVINCE_COMMITTEE, COMMITTEE, POLICE, OTHER_COMMITTEE)
                        .map(TerritoryFixtures::ever)
                        .toList());
    }

    /** A unit in force since the reform. */
    public static AdministrativeUnit unit(int version, String code, Level level, Optional<Integer> parent) {
        return new AdministrativeUnit(
                version, code, "Unit " + code, level, kind(level), REFORM, Optional.empty(), parent);
    }

    /** An agency with a provisional identifier made of its id. */
    public static Agency agency(int id, AgencyKind kind, AdministrativeUnit unit) {
        return new Agency(
                id, "Z99." + id, true, "Agency " + id, kind, unit.level(), Optional.of(unit.version()), "S8M");
    }

    /** The agency, unchanged since the reform. */
    public static AgencyHistory ever(Agency agency) {
        return new AgencyHistory(
                agency.id(),
                agency.kind(),
                agency.level(),
                agency.officeHours(),
                List.of(new AgencyHistory.Version(REFORM, Optional.empty(), agency.name(), agency.unit())),
                List.of(new AgencyHistory.Identifier(
                        REFORM, Optional.empty(), agency.identifier(), agency.provisional())));
    }

    private static UnitKind kind(Level level) {
        return switch (level) {
            case NATION, MINISTRY -> UnitKind.QUOC_GIA;
            case PROVINCE -> UnitKind.TINH;
            case DISTRICT -> UnitKind.HUYEN;
            case COMMUNE -> UnitKind.XA;
        };
    }
}
