package vn.motcua;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import vn.motcua.platform.Command;
import vn.motcua.platform.StartRefused;
import vn.motcua.platform.db.Foreground;
import vn.motcua.reporting.application.Rebuild.Difference;
import vn.motcua.reporting.application.Rebuild.Progress;
import vn.motcua.reporting.application.RebuildFigures;

/**
 * {@code java -jar motcua.jar rebuild-figures [--check]}: makes every figure anew from the log, as the role that serves,
 * while services go on; says where the figures in use were wrong, puts the new ones in their place, and ends. With
 * {@code --check} it changes nothing and ends with 1 when something is wrong. Killed, it goes on when it is started again.
 */
@Command(
        name = "rebuild-figures",
        settings = {"spring.r2dbc.url", "spring.r2dbc.username", "spring.r2dbc.password"})
@EnableAutoConfiguration
@ConfigurationPropertiesScan("vn.motcua.platform.db")
@ComponentScan({"vn.motcua.platform.config", "vn.motcua.platform.db"})
@ComponentScan(
        basePackages = {"vn.motcua.reporting.application", "vn.motcua.reporting.db"},
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Rebuild[A-Za-z]+"))
public class RebuildCommand implements ApplicationRunner {

    /** One part of it may take minutes where a nation's log is read. */
    static final Map<String, Object> DEFAULTS =
            Map.of("motcua.database.job-timeout", "6h", "motcua.database.unit-limit", "7h");

    private static final String CHECK = "check";

    private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);

    private final RebuildFigures rebuild;

    RebuildCommand(RebuildFigures rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.getNonOptionArgs().size() != 1
                || !arguments.getOptionNames().stream().allMatch(RebuildCommand::isKnown)) {
            throw new StartRefused("Usage: rebuild-figures [--check]");
        }
        boolean check = arguments.containsOption(CHECK);
        List<Difference> differences = Foreground.run(rebuild.run(check, RebuildCommand::say));
        differences.forEach(RebuildCommand::say);
        if (differences.isEmpty()) {
            LOG.info("Every figure is what the log says{}", check ? "" : "; the rebuilt ones are in use");
        } else if (check) {
            throw new StartRefused(differences.size() + " differences; nothing was changed");
        } else {
            LOG.warn("{} differences; the rebuilt figures are in use", differences.size());
        }
    }

    /** Settings have a dot in their name; whoever mistypes an option must not change figures. */
    private static boolean isKnown(String option) {
        return option.equals(CHECK) || option.contains(".");
    }

    private static void say(Progress at) {
        LOG.info("Read {} of {} events, next {}", at.position(), at.of(), at.stage());
    }

    private static void say(Difference found) {
        LOG.warn(
                "{} {} {}: {} is {}, the log says {}",
                found.figures(),
                found.keys(),
                found.day(),
                found.measure(),
                found.live(),
                found.rebuilt());
    }
}
