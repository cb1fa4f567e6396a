package vn.motcua.platform.db;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.CommandLineRunner;
import org.springframework.core.env.Environment;
import vn.motcua.platform.Command;
import vn.motcua.platform.StartRefused;

/**
 * {@code java -jar motcua.jar migrate}: brings the schema to what this jar knows, as the role that owns it, and ends.
 * The service itself never migrates in production.
 */
@Command(
        name = "migrate",
        settings = {MigrateCommand.URL, MigrateCommand.USER, MigrateCommand.PASSWORD})
public class MigrateCommand implements CommandLineRunner {

    static final String URL = "motcua.migration.url";
    static final String USER = "motcua.migration.user";
    static final String PASSWORD = "motcua.migration.password";
    private static final String SERVING_ROLE = "spring.flyway.placeholders.servingRole";

    private static final Logger LOG = LoggerFactory.getLogger(MigrateCommand.class);

    private final Environment settings;

    MigrateCommand(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void run(String... arguments) {
        try {
            MigrateResult result = Flyway.configure()
                    .dataSource(
                            settings.getRequiredProperty(URL),
                            settings.getRequiredProperty(USER),
                            settings.getRequiredProperty(PASSWORD))
                    .placeholders(Map.of("servingRole", settings.getRequiredProperty(SERVING_ROLE)))
                    .load()
                    .migrate();
            LOG.info("Schema is at version {} ({} migrations made)", Schema.KNOWN.version(), result.migrationsExecuted);
        } catch (FlywayException failed) {
            throw new StartRefused("Migration failed: " + firstLine(failed), failed);
        }
    }

    private static String firstLine(FlywayException failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(3)
                .map(String::strip)
                .reduce((one, next) -> one + " " + next)
                .orElse("");
    }
}
