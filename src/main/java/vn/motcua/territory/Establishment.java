package vn.motcua.territory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which agencies a unit has from its first day. Since only two levels remain below the nation: the People's Committee and
 * the police, and in a province the service centre and the departments that decide everyday procedures. Of the three levels
 * before, the People's Committees, for what is told of the past; they are other agencies than those of today, whose units
 * took over many of their codes.
 */
public final class Establishment {

    private static final LocalDate TWO_LEVELS = LocalDate.of(2025, 7, 1);
    private static final int MINISTRIES = 900_000;
    private static final int PLACES = 10;
    private static final int PUBLIC_SECURITY = 1;
    private static final String PROVISIONAL = "Z99.";
    private static final int BEFORE = 10_000_000;
    private static final String PROVISIONAL_BEFORE = "Z98.";

    private Establishment() {}

    /**
     * An agency as it stands while a version of its unit is in force. It keeps its id through all versions of the unit.
     *
     * @param above the id of the agency over it in its own line; empty below the Government
     * @param unit the version of the unit
     * @param provisionalIdentifier what it is written as until an official identifier is known
     */
    public record Founded(
            int id,
            AgencyKind kind,
            Level level,
            Optional<Integer> above,
            int unit,
            String name,
            String provisionalIdentifier) {}

    /** Each with its place in the ids of a unit's agencies, which never changes. */
    private enum Office {
        COMMITTEE(1, AgencyKind.PEOPLES_COMMITTEE, "Ủy ban nhân dân", ""),
        POLICE(2, AgencyKind.POLICE, "Công an", ".CA"),
        CENTRE(3, AgencyKind.SERVICE_CENTRE, "Trung tâm Phục vụ hành chính công", ".TTHCC"),
        JUSTICE(4, AgencyKind.JUSTICE_DEPARTMENT, "Sở Tư pháp", ".STP"),
        CONSTRUCTION(5, AgencyKind.CONSTRUCTION_DEPARTMENT, "Sở Xây dựng", ".SXD"),
        ENVIRONMENT(6, AgencyKind.AGRICULTURE_ENVIRONMENT_DEPARTMENT, "Sở Nông nghiệp và Môi trường", ".SNNMT"),
        FINANCE(7, AgencyKind.FINANCE_DEPARTMENT, "Sở Tài chính", ".STC"),
        LAND(8, AgencyKind.LAND_REGISTRATION_OFFICE, "Văn phòng đăng ký đất đai", ".VPDKDD");

        private final int place;
        private final AgencyKind kind;
        private final String title;
        private final String suffix;

        Office(int place, AgencyKind kind, String title, String suffix) {
            this.place = place;
            this.kind = kind;
            this.title = title;
            this.suffix = suffix;
        }

        int idIn(int unitNumber) {
            return unitNumber * PLACES + place;
        }

        String nameIn(AdministrativeUnit unit) {
            return title + " " + inRunningText(unit.name());
        }
    }

    /** The agencies of a version of a unit; before 2025-07-01 only its People's Committee. */
    public static List<Founded> of(AdministrativeUnit unit) {
        if (unit.validFrom().isBefore(TWO_LEVELS)) {
            return unit.level() == Level.NATION ? List.of() : List.of(committeeBefore(unit));
        }
        return officesAt(unit.level()).stream()
                .map(office -> founded(office, unit))
                .toList();
    }

    private static Founded committeeBefore(AdministrativeUnit unit) {
        return new Founded(
                BEFORE + Office.COMMITTEE.idIn(unit.number()),
                AgencyKind.PEOPLES_COMMITTEE,
                unit.level(),
                unit.level() == Level.PROVINCE
                        ? Optional.empty()
                        : unit.parent()
                                .map(AdministrativeUnit::numberOf)
                                .map(above -> BEFORE + Office.COMMITTEE.idIn(above)),
                unit.version(),
                Office.COMMITTEE.nameIn(unit),
                PROVISIONAL_BEFORE + unit.code());
    }

    /** The id of the ministry with an identifier such as {@code G15}. */
    public static int ministry(AgencyIdentifier identifier) {
        if (!identifier.value().matches("G[0-9]{2}")) {
            throw new IllegalArgumentException("Identifiers of ministries are G and two digits");
        }
        return ministry(Integer.parseInt(identifier.value().substring(1)));
    }

    private static int ministry(int number) {
        return (MINISTRIES + number) * PLACES + 1;
    }

    private static List<Office> officesAt(Level level) {
        return switch (level) {
            case PROVINCE -> Arrays.asList(Office.values());
            case COMMUNE -> List.of(Office.COMMITTEE, Office.POLICE);
            case NATION, MINISTRY, DISTRICT -> List.of();
        };
    }

    private static Founded founded(Office office, AdministrativeUnit unit) {
        return new Founded(
                office.idIn(unit.number()),
                office.kind,
                unit.level(),
                above(office, unit),
                unit.version(),
                office.nameIn(unit),
                PROVISIONAL + unit.code() + office.suffix);
    }

    private static Optional<Integer> above(Office office, AdministrativeUnit unit) {
        Optional<Integer> outer = unit.level() == Level.COMMUNE
                ? unit.parent().map(AdministrativeUnit::numberOf).map(office::idIn)
                : Optional.empty();
        return switch (office) {
            case COMMITTEE -> outer;
            case POLICE -> outer.or(() -> Optional.of(ministry(PUBLIC_SECURITY)));
            case CENTRE, JUSTICE, CONSTRUCTION, ENVIRONMENT, FINANCE ->
                Optional.of(Office.COMMITTEE.idIn(unit.number()));
            case LAND -> Optional.of(Office.ENVIRONMENT.idIn(unit.number()));
        };
    }

    /** {@code xã Kim Hoa} for {@code Xã Kim Hoa}. */
    private static String inRunningText(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
