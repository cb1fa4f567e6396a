package vn.motcua.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.dev.DatabaseAddress;

/** Who holds the leases, as the database has it and as instances show it. */
final class LeasesOf {

    private static final Pattern HELD = Pattern.compile("(?m)^motcua_lease_held\\{.*} 1\\.0$");

    private LeasesOf() {}

    /** The holder of each lease that has one. */
    static Map<String, UUID> holders(DatabaseAddress database) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement()
                        .executeQuery("SELECT name, holder FROM lease WHERE holder IS NOT NULL")) {
            Map<String, UUID> holders = new HashMap<>();
            while (rows.next()) {
                holders.put(rows.getString(1), rows.getObject(2, UUID.class));
            }
            return holders;
        }
    }

    static long all(DatabaseAddress database) throws SQLException {
        try (var owner = database.owner();
                var rows = owner.createStatement().executeQuery("SELECT count(*) FROM lease")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many leases an instance believes to hold. */
    static long shownBy(MotcuaProcess instance) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var metrics = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + instance.managementPort() + "/actuator/prometheus"))
                    .build();
            return HELD.matcher(http.send(metrics, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .results()
                    .count();
        }
    }
}
