package vn.motcua.dossier.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.dossier.LogRange;
import vn.motcua.dossier.LogReach;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.platform.json.CanonicalJson;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;

/** Writes the lines of one export; remembers which reference data it has given, since each is given once. */
final class ExportText {

    static final int SCHEMA = 1;

    private final Set<Integer> units = new HashSet<>();
    private final Set<Integer> agencies = new HashSet<>();
    private final Set<Integer> procedures = new HashSet<>();

    String header(LogRange range, LogReach.Granted reach) {
        Map<String, Object> header = new HashMap<>();
        header.put("schema", SCHEMA);
        header.put("from", range.from());
        header.put("to", range.to());
        header.put("logPosition", range.logPosition());
        if (reach instanceof LogReach.Below below) {
            header.put("unit", below.unit().version());
        }
        return line("export", header);
    }

    /** Every unit: figures have rows for those that no event names, and who succeeded whom is told by the units below. */
    Stream<String> units(Territory territory) {
        return territory
                .units()
                .map(AdministrativeUnit::version)
                .sorted()
                .flatMap(version -> unit(version, territory).stream());
    }

    Stream<String> successions(Territory territory) {
        return territory.successions().map(ExportText::succession);
    }

    /** The event, after what it names and no line has told so far. */
    Stream<String> event(Recorded recorded, Reference reference) {
        LoggedEvent event = recorded.event();
        return Stream.of(
                        event.units().flatMap(version -> unit(version, reference.territory()).stream()),
                        event.agencies().flatMap(id -> agency(id, reference.territory()).stream()),
                        event.procedureVersions().flatMap(id -> procedure(id, reference).stream()),
                        Stream.of(event.line(recorded.digest())))
                .flatMap(lines -> lines);
    }

    /** @param lines before this one */
    static String end(long lines, LogRange range) {
        return line("end", Map.of("lines", lines, "logPosition", range.logPosition()));
    }

    private Optional<String> unit(int version, Territory territory) {
        return units.add(version)
                ? Optional.of(unit(territory.unit(version).orElseThrow(() -> unknown("unit", version))))
                : Optional.empty();
    }

    private Optional<String> agency(int id, Territory territory) {
        return agencies.add(id)
                ? Optional.of(agency(territory.agency(id).orElseThrow(() -> unknown("agency", id))))
                : Optional.empty();
    }

    private Optional<String> procedure(int id, Reference reference) {
        return procedures.add(id)
                ? Optional.of(procedure(reference.procedures().version(id).orElseThrow(() -> unknown("procedure", id))))
                : Optional.empty();
    }

    /** An export without it could not be recomputed; it breaks off instead. */
    private static IllegalStateException unknown(String kind, int id) {
        return new IllegalStateException("The log names " + kind + " " + id + ", and nobody knows it");
    }

    private static String unit(AdministrativeUnit unit) {
        Map<String, Object> members = new HashMap<>();
        members.put("version", unit.version());
        members.put("code", unit.code());
        members.put("name", unit.name());
        members.put("level", unit.level().name());
        members.put("kind", unit.kind().name());
        members.put("validFrom", unit.validFrom().toString());
        unit.validTo().ifPresent(day -> members.put("validTo", day.toString()));
        unit.parent().ifPresent(parent -> members.put("parent", parent));
        return line("unit", members);
    }

    private static String succession(Succession succession) {
        Map<String, Object> members = new HashMap<>();
        members.put("kind", succession.kind().name());
        succession.from().ifPresent(unit -> members.put("from", unit));
        succession.to().ifPresent(unit -> members.put("to", unit));
        return line("succession", members);
    }

    private static String agency(Agency agency) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", agency.id());
        members.put("name", agency.name());
        members.put("identifier", agency.identifier());
        members.put("level", agency.level().name());
        agency.unit().ifPresent(unit -> members.put("unit", unit));
        return line("agency", members);
    }

    private static String procedure(ProcedureVersion procedure) {
        return line(
                "procedure",
                Map.of(
                        "version", procedure.id(),
                        "code", procedure.code().value(),
                        "sector", procedure.sector(),
                        "name", procedure.name()));
    }

    private static String line(String kind, Map<String, Object> members) {
        return CanonicalJson.write(Map.of(kind, members));
    }
}
