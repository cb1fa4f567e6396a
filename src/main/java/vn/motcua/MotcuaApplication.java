package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import vn.motcua.platform.db.MigrateCommand;

/**
 * Starts the one-stop shop. With the argument {@code migrate} it only brings the schema up to date, with {@code import} it
 * only loads reference data.
 */
@Modulithic
@SpringBootApplication
@ConfigurationPropertiesScan
public class MotcuaApplication {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "migrate" -> command(MigrateCommand.class, args);
            case "import" -> command(ImportCommand.class, args);
            default -> SpringApplication.run(MotcuaApplication.class, args);
        }
    }

    private static void command(Class<?> source, String... args) {
        var command = new SpringApplication(source);
        command.setWebApplicationType(WebApplicationType.NONE);
        command.run(args).close();
    }
}
