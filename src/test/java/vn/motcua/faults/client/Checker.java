package vn.motcua.faults.client;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.faults.client.Ledger.Entry;

/**
 * Compares a ledger with the database, by the rules of every fault test: nothing acknowledged is lost, nothing is there
 * twice or by half, the log explains the state, the figures are those of the log, the service is itself again. Knows
 * nothing of the service but its tables and its address.
 */
public final class Checker {

    private static final int SHOWN = 20;

    private Checker() {}

    /** Ledger, JDBC address, user, password; then, for the service itself, its port, a path and a token. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Map<String, Entry> ledger = Ledger.read(Path.of(arguments[0]));
        List<String> broken;
        try (Connection database = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
            broken = new ArrayList<>(broken(ledger, database));
            if (arguments.length > 4) {
                broken.addAll(baseline(ledger, database, Integer.parseInt(arguments[4]), arguments[5], arguments[6]));
            }
        }
        broken.stream().limit(SHOWN).forEach(System.out::println);
        System.out.println(report(ledger, broken));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /** I1 to I5, I7 and I8. */
    public static List<String> broken(Map<String, Entry> ledger, Connection database)
            throws SQLException, InterruptedException {
        List<String> broken = new ArrayList<>(new LedgerRules().broken(ledger, database));
        for (Rule rule : DatabaseRules.ALL) {
            broken.addAll(rule.broken(ledger, database));
        }
        return broken;
    }

    private static List<String> baseline(
            Map<String, Entry> ledger, Connection database, int port, String path, String token)
            throws SQLException, InterruptedException {
        try (var client = new Client(port)) {
            return new Baseline(client, Call.get(path, token)).broken(ledger, database);
        }
    }

    private static String report(Map<String, Entry> ledger, List<String> broken) {
        long acknowledged = ledger.values().stream()
                .filter(entry -> !entry.acknowledged().isEmpty())
                .count();
        long doubtful = ledger.values().stream()
                .filter(entry -> entry.tries().size() > 1)
                .count();
        return "operations=%d acknowledged=%d settled-by-retry=%d lost=%d half=%d other=%d"
                .formatted(
                        ledger.size(),
                        acknowledged,
                        doubtful,
                        count(broken, " is lost"),
                        count(broken, "I5: "),
                        broken.size() - count(broken, " is lost") - count(broken, "I5: "));
    }

    private static long count(List<String> broken, String words) {
        return broken.stream().filter(line -> line.contains(words)).count();
    }
}
