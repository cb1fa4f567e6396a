package vn.motcua.dev.simulation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.References;
import vn.motcua.platform.StartRefused;
import vn.motcua.platform.db.Foreground;
import vn.motcua.platform.db.ReferenceVersions;

/**
 * {@code bulk --seed=1 --dossiers=5000000 --from=2024-07-01 --to=2026-06-30}: before the service serves, fills its database with
 * that many dossiers.
 */
@Component
@Profile("dev")
public class BulkCommand implements SmartLifecycle {

    private static final int AFTER_THE_CHECKS = 10;

    private final ApplicationArguments arguments;
    private final ObjectProvider<FlywayConnectionDetails> database;
    private final ReferenceVersions versions;
    private final References references;
    private volatile boolean running;

    BulkCommand(
            ApplicationArguments arguments,
            ObjectProvider<FlywayConnectionDetails> database,
            ReferenceVersions versions,
            References references) {
        this.arguments = arguments;
        this.database = database;
        this.versions = versions;
        this.references = references;
    }

    /** A loader for the service's own database. */
    public Bulk bulk() {
        FlywayConnectionDetails address = database.getIfAvailable();
        if (address == null) {
            throw new StartRefused("Bulk simulation needs the owner's connection: spring.flyway.*");
        }
        Supplier<Reference> anew = () -> Foreground.run(versions.look().then(references.current()));
        return new Bulk(() -> owner(address), anew);
    }

    private static Connection owner(FlywayConnectionDetails address) throws SQLException {
        return DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword());
    }

    @Override
    public void start() {
        running = true;
        Options options = new Options(arguments, "bulk");
        if (options.areMeant()) {
            try {
                bulk().load(
                                options.number("seed", 1),
                                options.number("dossiers", 100_000),
                                options.day("from", "2024-07-01"),
                                options.day("to", "2026-06-30"));
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new StartRefused("Bulk simulation failed: " + failed.getMessage(), failed);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server, and before all work behind the scenes. */
    @Override
    public int getPhase() {
        return AFTER_THE_CHECKS;
    }
}
