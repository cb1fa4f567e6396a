package vn.motcua.reference;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.Snapshot;
import vn.motcua.platform.csv.CsvFault;
import vn.motcua.platform.csv.CsvFile;
import vn.motcua.platform.csv.CsvLimits;
import vn.motcua.platform.csv.CsvLine;
import vn.motcua.platform.csv.CsvListener;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.UnitKind;

/** Small tables, and the country before anything is imported. */
final class ReferenceFixtures {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** A province with a district and two communes, before; a province with two communes, since. */
    static final String OLD_UNITS = """
        42,Tỉnh Hà Tĩnh,tinh,tinh,
        436,Thành phố Hà Tĩnh,thanh_pho,huyen,42
        18070,Phường Trần Phú,phuong,xa,436
        18073,Phường Nam Hà,phuong,xa,436
        """;

    static final String UNITS = """
        42,Tỉnh Hà Tĩnh,tinh,
        18073,Phường Thành Sen,phuong,42
        18100,Phường Trần Phú,phuong,42
        """;
    static final String SUCCESSIONS = """
        tinh,42,42,unchanged,Tỉnh Hà Tĩnh,Tỉnh Hà Tĩnh,,42,,
        huyen,436,,abolished,Thành phố Hà Tĩnh,,436,42,,
        xa,18070,18073,part,Phường Trần Phú,Phường Thành Sen,436,42,Nhập một phần,
        xa,18070,18100,part,Phường Trần Phú,Phường Trần Phú,436,42,Nhập một phần,
        xa,18073,18073,whole,Phường Nam Hà,Phường Thành Sen,436,42,Nhập toàn bộ,
        """;
    static final String CHANGES = """
        2026-04-30,42,Tỉnh Hà Tĩnh,Thành phố Hà Tĩnh,tinh->thanh_pho_tw,Nghị quyết thử
        2026-04-30,18100,Phường Trần Phú,Phường Trần Phú Mới,phuong->phuong,Nghị quyết thử
        """;

    static final Territory NATION = new Territory(
            List.of(new AdministrativeUnit(
                    1_000_000,
                    "VN",
                    "Việt Nam",
                    Level.NATION,
                    UnitKind.QUOC_GIA,
                    LocalDate.of(1976, 7, 2),
                    Optional.empty(),
                    Optional.empty())),
            List.of(),
            List.of());
    static final WorkingCalendar CALENDAR =
            new WorkingCalendar(1, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31), List.of());

    private final Tables tables = new Tables();

    /** Nothing given yet. */
    static ReferenceFixtures tables() {
        return new ReferenceFixtures();
    }

    /** The small country, whole. */
    static ReferenceFixtures country() {
        return tables().with(SourceFile.UNITS_2024, OLD_UNITS)
                .with(SourceFile.UNITS_2025, UNITS)
                .with(SourceFile.UNIT_SUCCESSION, SUCCESSIONS)
                .with(SourceFile.UNITS_CHANGES_2026, CHANGES);
    }

    /** One more file, its header left out. */
    ReferenceFixtures with(SourceFile file, String lines) {
        return withText(file, String.join(",", file.columns()) + "\n" + lines);
    }

    ReferenceFixtures withText(SourceFile file, String text) {
        tables.begin(file);
        CsvFile.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                file.columns(),
                new CsvLimits(CsvLimits.USUAL.bytes(), file.lines(), CsvLimits.USUAL.lineLength()),
                new CsvListener() {
                    @Override
                    public void line(CsvLine line) {
                        tables.add(new Line(file, line.number(), line.cells()));
                    }

                    @Override
                    public void fault(int line, CsvFault fault, String detail) {
                        tables.addUnsound(
                                new BadLine(file, line, Reason.valueOf(fault.name()), detail), fault.restIsRead());
                    }

                    @Override
                    public void progress(int lines) {}
                });
        return this;
    }

    ImportPlan planOn(Territory territory) {
        return planOn(territory, CALENDAR);
    }

    ImportPlan planOn(Territory territory, WorkingCalendar calendar) {
        var on = new Loaded(
                new Snapshot<>(1, territory),
                new Snapshot<>(1, new ProcedureCatalogue(List.of())),
                new Snapshot<>(1, calendar));
        return planOn(on, TODAY);
    }

    ImportPlan planOn(Loaded on, LocalDate today) {
        return ImportPlan.of(on, tables, today);
    }

    /** What is bad when it is planned on the empty country, as {@code units_2025.csv 2 unknown-parent 42}. */
    List<String> bad() {
        return bad(planOn(NATION));
    }

    static List<String> bad(ImportPlan plan) {
        return plan.bad().first().stream()
                .map(line -> (line.file().fileName() + " " + line.line() + " "
                                + line.reason().slug() + " " + line.detail())
                        .strip())
                .toList();
    }

    /** The country with a plan carried out. */
    static Territory after(Territory before, ImportPlan plan) {
        var changes = plan.territory();
        var ends = changes.unitEnds().stream()
                .collect(Collectors.toMap(TerritoryChanges.UnitEnd::version, TerritoryChanges.UnitEnd::validTo));
        var units = Stream.concat(before.units(), changes.units().stream())
                .map(unit -> ends.containsKey(unit.version()) ? ended(unit, ends.get(unit.version())) : unit)
                .toList();
        var successions = Stream.concat(
                        before.successions(),
                        changes.successions().stream().map(TerritoryChanges.NewSuccession::succession))
                .toList();
        return new Territory(units, successions, agencies(before, changes));
    }

    private static List<AgencyHistory> agencies(Territory before, TerritoryChanges changes) {
        return Stream.concat(
                        before.agencies(),
                        changes.agencies().stream()
                                .map(agency -> new AgencyHistory(
                                        agency.id(),
                                        agency.kind(),
                                        agency.level(),
                                        "S8M",
                                        changes.agencyVersions().stream()
                                                .filter(version -> version.agency() == agency.id())
                                                .map(TerritoryChanges.NewVersion::version)
                                                .toList(),
                                        changes.identifiers().stream()
                                                .filter(identifier -> identifier.agency() == agency.id())
                                                .map(TerritoryChanges.NewIdentifier::identifier)
                                                .toList())))
                .toList();
    }

    private static AdministrativeUnit ended(AdministrativeUnit unit, LocalDate last) {
        return new AdministrativeUnit(
                unit.version(),
                unit.code(),
                unit.name(),
                unit.level(),
                unit.kind(),
                unit.validFrom(),
                Optional.of(last),
                unit.parent());
    }
}
