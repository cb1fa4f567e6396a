package vn.motcua.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.motcua.dev.DatabaseAddress;

/** Events by the hundred, each of them so many accepted dossiers without a due moment, on any version of a unit. */
record FiguresOfOldUnits(DatabaseAddress database) {

    private static final Path TABLE = Path.of("../shared/data/unit_succession.csv");

    /** Recorded on its day, or later when a moment says so. */
    void accept(int unit, LocalDate day, int count, String recordedLater) {
        String effective = recordedLater.isEmpty() ? "" : "\"effectiveOn\": \"%s\", ".formatted(day);
        String recordedAt = recordedLater.isEmpty() ? day + "T09:00:00+07:00" : recordedLater;
        run("""
            WITH given AS (
                SELECT '{"procedureVersion": ' || (SELECT min(id) FROM procedure_version)
                       || ', "channel": "ONLINE", "counts": [{"day": "%1$s", %2$s"received": %3$d, "receivedWithoutDue": %3$d}]}'
                          AS payload,
                       (SELECT min(id) FROM agency) AS agency
            )
            INSERT INTO dossier_event (id, dossier_id, sequence, type, schema_version, occurred_at, recorded_at, actor_kind,
                                       actor_ref, home_agency_id, receiving_unit, competent_agency_id, competent_unit, payload,
                                       digest)
            SELECT gen_random_uuid(), gen_random_uuid(), 1, 'ACCEPTED', 3, CAST('%1$s 09:00+07' AS timestamptz),
                   CAST('%5$s' AS timestamptz), 'MACHINE', 'test', agency, %4$d, agency, %4$d, payload,
                   sha256(convert_to(payload, 'UTF8'))
              FROM given
            """.formatted(day, effective, count, unit, recordedAt));
    }

    /** The version of a code that was in force on a day. */
    int version(String code, LocalDate day) {
        return Integer.parseInt(
                texts(("SELECT version FROM administrative_unit WHERE code = '%1$s' AND valid_from <= '%2$s'"
                                        + " AND coalesce(valid_to, 'infinity') >= '%2$s'")
                                .formatted(code, day))
                        .getFirst());
    }

    /** Where the ground of each old commune of some provinces went, by code: from the table, or else from what was seeded. */
    Map<String, TreeSet<String>> successors(List<String> oldProvinces) {
        Map<String, TreeSet<String>> successors = new TreeMap<>();
        for (String line : Files.exists(TABLE) ? lines() : seeded()) {
            String[] parts = line.split(",", -1);
            if (parts[0].equals("xa") && oldProvinces.contains(parts[7])) {
                successors.computeIfAbsent(parts[1], _ -> new TreeSet<>()).add(parts[2]);
            }
        }
        return successors;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TABLE);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private List<String> seeded() {
        return texts("""
            SELECT concat_ws(',', 'xa', o.code, n.code, '', '', '', d.code, p.code)
              FROM unit_succession s
              JOIN administrative_unit o ON o.version = s.old_unit
              JOIN administrative_unit n ON n.version = s.new_unit
              JOIN administrative_unit d ON d.version = o.parent
              JOIN administrative_unit p ON p.version = d.parent
             WHERE o.level = 'COMMUNE' AND o.valid_to = '2025-06-30'
            """);
    }

    List<String> texts(String query) {
        try (Connection owner = database.owner();
                PreparedStatement statement = owner.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void run(String statement) {
        try (Connection owner = database.owner();
                PreparedStatement prepared = owner.prepareStatement(statement)) {
            prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
