package vn.motcua.dossier;

import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.territory.TerritoryFixtures.HA_TINH;
import static vn.motcua.territory.TerritoryFixtures.KY_ANH;
import static vn.motcua.territory.TerritoryFixtures.NGHE_AN;
import static vn.motcua.territory.TerritoryFixtures.THANH_SEN;
import static vn.motcua.territory.TerritoryFixtures.agency;
import static vn.motcua.territory.TerritoryFixtures.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;
import vn.motcua.territory.TerritoryFixtures;
import vn.motcua.territory.UnitKind;

/** Two provinces with desks, and dossiers that one takes in for the other. */
public final class RoutingFixtures {

    static final AdministrativeUnit VINH = unit(6, "16681", Level.COMMUNE, Optional.of(5));
    static final Agency CENTRE = agency(23, AgencyKind.SERVICE_CENTRE, HA_TINH);
    static final Agency OTHER_PROVINCE = agency(51, AgencyKind.PEOPLES_COMMITTEE, NGHE_AN);
    static final Agency VINH_COMMITTEE = agency(61, AgencyKind.PEOPLES_COMMITTEE, VINH);
    static final Agency VINH_POLICE = agency(62, AgencyKind.POLICE, VINH);
    static final Agency MINISTRY =
            new Agency(91, "G01", false, "Ministry", AgencyKind.MINISTRY, Level.MINISTRY, Optional.empty(), "S8M");

    /** Ended with the districts. */
    static final int CLOSED = 71;

    /** Went to both communes of Hà Tĩnh. */
    static final AdministrativeUnit DIVIDED = new AdministrativeUnit(
            7,
            "18070",
            "Xã Cũ",
            Level.COMMUNE,
            UnitKind.XA,
            LocalDate.of(2025, 3, 1),
            Optional.of(LocalDate.of(2025, 6, 30)),
            Optional.empty());

    private RoutingFixtures() {}

    static Reference reference() {
        Territory small = TerritoryFixtures.territory();
        return DossierFixtures.reference(new Territory(
                Stream.concat(small.units(), Stream.of(VINH, DIVIDED)).toList(),
                List.of(
                        succession(DIVIDED, THANH_SEN, Succession.Kind.PART),
                        succession(DIVIDED, KY_ANH, Succession.Kind.PART)),
                Stream.concat(
                                Stream.concat(small.agencies(), Stream.of(closed())),
                                Stream.of(CENTRE, OTHER_PROVINCE, VINH_COMMITTEE, VINH_POLICE, MINISTRY)
                                        .map(TerritoryFixtures::ever))
                        .toList()));
    }

    private static AgencyHistory closed() {
        LocalDate from = LocalDate.of(2025, 3, 1);
        Optional<LocalDate> to = Optional.of(LocalDate.of(2025, 6, 30));
        return new AgencyHistory(
                CLOSED,
                AgencyKind.POLICE,
                Level.COMMUNE,
                "S8M",
                List.of(new AgencyHistory.Version(from, to, "Closed", Optional.of(DIVIDED.version()))),
                List.of(new AgencyHistory.Identifier(from, to, "Z99.71", true)));
    }

    private static Succession succession(AdministrativeUnit from, AdministrativeUnit to, Succession.Kind kind) {
        return new Succession(Optional.of(from.version()), Optional.of(to.version()), kind);
    }

    /** Taken in by the committee of Thành Sen for its police; the clock waits for reception. */
    static Dossier takenInElsewhere(DossierStatus status) {
        return DossierFixtures.dossier(
                Optional.of(status),
                new Routing(31, 3, 32, 3),
                MATTER,
                Optional.of(new ClockWait(ClockWait.For.COMPETENT_RECEPTION, "CLK-1.12")));
    }

    /** Filed for Kỳ Anh at the committee of Thành Sen, and nobody knows who decides it. */
    static Dossier unsettled() {
        return unsettled("2026-03-02T09:00");
    }

    static Dossier unsettled(String filedAt) {
        return unsettled(MATTER, filedAt);
    }

    static Dossier unsettled(Matter matter, String filedAt) {
        Dossier dossier = DossierFixtures.dossier(
                Optional.of(DossierStatus.REGISTERED), new Routing(31, 3, 31, 4, false), matter, Optional.empty());
        return new Dossier(
                dossier.id(),
                dossier.version(),
                dossier.status(),
                dossier.tracking(),
                dossier.code(),
                dossier.routing(),
                matter,
                Milestones.filed(DossierFixtures.at(filedAt), Optional.empty()),
                dossier.clock(),
                dossier.handedOverTo(),
                DossierFixtures.at(filedAt));
    }

    static Caller staff(Set<Role> roles, Integer... agencies) {
        return new Caller("agencies|staff", roles, Optional.empty(), Set.of(agencies), Optional.empty());
    }
}
