package vn.motcua.faults.client;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.motcua.faults.client.Ledger.Entry;
import vn.motcua.faults.client.Ledger.Outcome;
import vn.motcua.faults.client.Ledger.Told;

/** What the clients were told against what is in the database: I1, I2, I3. */
final class LedgerRules implements Rule {

    /** What the database holds for a key. */
    private record Kept(String id, String request, int status, int version, String answer, String event) {}

    @Override
    public List<String> broken(Map<String, Entry> ledger, Connection database) throws SQLException {
        Map<String, List<Kept>> kept = kept(database);
        Map<String, List<String>> filed = filed(database);
        List<String> broken = new ArrayList<>();
        ledger.forEach((key, entry) -> {
            List<Kept> found = kept.getOrDefault(key, List.of());
            List<String> dossiers = filed.getOrDefault(key, List.of());
            if (entry.settled().isEmpty()) {
                broken.add("I3: nobody knows what became of " + key);
            } else if (entry.settled().get() == Outcome.REFUSED) {
                refused(entry, found, dossiers, broken);
            } else {
                acknowledged(entry, found, dossiers, broken);
            }
        });
        return broken;
    }

    private static void refused(Entry entry, List<Kept> found, List<String> dossiers, List<String> broken) {
        if (!found.isEmpty() || !dossiers.isEmpty()) {
            broken.add("I2: " + entry.operation().key() + " was refused and exists");
        }
    }

    private static void acknowledged(Entry entry, List<Kept> found, List<String> dossiers, List<String> broken) {
        String key = entry.operation().key();
        boolean filing = entry.operation().kind().equals("FILED")
                || entry.operation().path().equals(Citizen.IMPORTS);
        if (found.isEmpty() || filing && dossiers.isEmpty()) {
            broken.add("I1: " + key + " was acknowledged and is lost");
            return;
        }
        if (found.size() > 1 || dossiers.size() > 1) {
            broken.add((entry.tries().size() > 1 ? "I3: " : "I1: ") + key + " is there more than once");
        }
        Kept one = found.getFirst();
        if (filing && !dossiers.contains(one.id())) {
            broken.add("I1: " + key + " was filed as another dossier than its key says");
        }
        if (!one.request()
                .equals(entry.operation().path() + " " + entry.operation().digest())) {
            broken.add("I1: " + key + " is kept with another content");
        }
        if (!entry.operation().kind().equals(one.event())) {
            broken.add("I1: " + key + " made the event " + one.event());
        }
        entry.acknowledged().forEach(told -> answered(told, one, key, broken));
    }

    /** Every acknowledgement, first or repeated, said the same. */
    private static void answered(Told told, Kept one, String key, List<String> broken) {
        if (!told.id().equals(one.id()) || told.version() != one.version() || told.status() != one.status()) {
            broken.add("I1: " + key + " was acknowledged as something else than what is kept");
        }
        if (!told.digest().equals(Digest.of(one.answer()))) {
            broken.add("I3: " + key + " was answered in two ways");
        }
    }

    private static Map<String, List<Kept>> kept(Connection database) throws SQLException {
        Map<String, List<Kept>> kept = new HashMap<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                    SELECT i.key, i.dossier_id, i.request, i.status, i.version, e.type,
                           replace(i.body, '{code}', coalesce(d.code, '{code}')) AS body
                      FROM idempotency i
                      LEFT JOIN dossier d ON d.id = i.dossier_id
                      LEFT JOIN dossier_event e ON e.dossier_id = i.dossier_id AND e.sequence = i.version
                    """)) {
            while (rows.next()) {
                kept.computeIfAbsent(rows.getString("key"), key -> new ArrayList<>())
                        .add(new Kept(
                                rows.getString("dossier_id"),
                                rows.getString("request"),
                                rows.getInt("status"),
                                rows.getInt("version"),
                                rows.getString("body"),
                                Objects.toString(rows.getString("type"), "none")));
            }
        }
        return kept;
    }

    /** By what the citizen wrote, which the service does not look at. */
    private static Map<String, List<String>> filed(Connection database) throws SQLException {
        Map<String, List<String>> filed = new HashMap<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                    SELECT CAST(content AS json) #>> '{form,ledgerKey}' AS key, dossier_id
                      FROM dossier_private
                     WHERE sequence = 1
                    """)) {
            while (rows.next()) {
                filed.computeIfAbsent(Objects.toString(rows.getString("key"), ""), key -> new ArrayList<>())
                        .add(rows.getString("dossier_id"));
            }
        }
        return filed;
    }
}
