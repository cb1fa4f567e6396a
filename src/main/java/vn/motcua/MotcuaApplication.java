package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import vn.motcua.platform.db.MigrateCommand;

/** Starts the one-stop shop; with the argument {@code migrate}, only brings its schema up to date. */
@Modulithic
@SpringBootApplication
@ConfigurationPropertiesScan
public class MotcuaApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("migrate")) {
            migrate(args);
        } else {
            SpringApplication.run(MotcuaApplication.class, args);
        }
    }

    private static void migrate(String[] args) {
        var command = new SpringApplication(MigrateCommand.class);
        command.setWebApplicationType(WebApplicationType.NONE);
        command.run(args).close();
    }
}
