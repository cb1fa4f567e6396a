package vn.motcua;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import vn.motcua.platform.db.MigrateCommand;

/**
 * Starts the one-stop shop. With the argument {@code migrate} it only brings the schema up to date, with {@code import} it
 * only loads reference data, with {@code rebuild-figures} it only makes the figures anew, with {@code recompute-deadlines} it only
 * computes due moments again, with {@code recompute} it only answers from an
 * exported log.
 */
@Modulithic
@SpringBootApplication
@ConfigurationPropertiesScan
public class MotcuaApplication {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "migrate" -> command(MigrateCommand.class, args);
            case "import" -> command(ImportCommand.class, args);
            case "rebuild-figures" -> command(RebuildCommand.class, RebuildCommand.DEFAULTS, args);
            case "recompute-deadlines" -> command(RecheckCommand.class, args);
            case "recompute" ->
                System.exit(new RecomputeCommand(utf8(FileDescriptor.out), utf8(FileDescriptor.err))
                        .run(Arrays.asList(args).subList(1, args.length)));
            default -> SpringApplication.run(MotcuaApplication.class, args);
        }
    }

    /** What is printed is compared with files, so that it must not depend on where it is printed. */
    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    private static void command(Class<?> source, String... args) {
        command(source, Map.of(), args);
    }

    private static void command(Class<?> source, Map<String, Object> defaults, String... args) {
        var command = new SpringApplication(source);
        command.setDefaultProperties(defaults);
        command.setWebApplicationType(WebApplicationType.NONE);
        command.run(args).close();
    }
}
