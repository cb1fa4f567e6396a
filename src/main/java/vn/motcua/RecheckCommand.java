package vn.motcua;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.DueCheck.Difference;
import vn.motcua.dossier.application.PromiseLog.Wanted;
import vn.motcua.dossier.application.RecheckDeadlines;
import vn.motcua.dossier.application.RecheckDeadlines.Checked;
import vn.motcua.platform.Command;
import vn.motcua.platform.StartRefused;
import vn.motcua.platform.db.Foreground;

/**
 * {@code java -jar motcua.jar recompute-deadlines [--from=2026-01-01] [--to=2026-03-31] [id ...]}: computes every due moment
 * of the log again from events and the versions that they name, of all dossiers or of those that were filed on these days or
 * have these ids; names what differs, and then ends with 1. It never changes anything.
 */
@Command(
        name = "recompute-deadlines",
        settings = {"spring.r2dbc.url", "spring.r2dbc.username", "spring.r2dbc.password"})
@EnableAutoConfiguration
@ConfigurationPropertiesScan("vn.motcua.platform.db")
@ComponentScan({
    "vn.motcua.platform.config",
    "vn.motcua.platform.db",
    "vn.motcua.territory.db",
    "vn.motcua.procedure.db",
    "vn.motcua.calendar.db"
})
@ComponentScan(
        basePackages = {"vn.motcua.dossier.application", "vn.motcua.dossier.db"},
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(Recheck[A-Za-z]+|References)"))
public class RecheckCommand implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RecheckCommand.class);
    private static final String USAGE = "Usage: recompute-deadlines [--from=<day>] [--to=<day>] [id ...]";

    private final RecheckDeadlines recheck;

    RecheckCommand(RecheckDeadlines recheck) {
        this.recheck = recheck;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Checked checked = Foreground.run(recheck.run(wanted(arguments), RecheckCommand::say));
        if (checked.different() > 0) {
            throw new StartRefused(
                    checked.different() + " of " + checked.dossiers() + " dossiers differ; nothing was changed");
        }
        LOG.info("Every due moment of {} dossiers is what its events and versions give", checked.dossiers());
    }

    private static Wanted wanted(ApplicationArguments arguments) {
        if (!arguments.getOptionNames().stream().allMatch(RecheckCommand::isKnown)) {
            throw new StartRefused(USAGE);
        }
        try {
            Set<UUID> ids = arguments.getNonOptionArgs().stream()
                    .skip(1)
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
            return new Wanted(
                    day(arguments, "from").map(RecheckCommand::begins).orElse(Instant.EPOCH),
                    day(arguments, "to")
                            .map(day -> begins(day.plusDays(1)))
                            .orElse(Instant.parse("9999-12-31T00:00:00Z")),
                    ids);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new StartRefused(USAGE);
        }
    }

    /** Settings have a dot in their name. */
    private static boolean isKnown(String option) {
        return option.equals("from") || option.equals("to") || option.contains(".");
    }

    private static Optional<LocalDate> day(ApplicationArguments arguments, String option) {
        List<String> values = arguments.getOptionValues(option);
        return values == null ? Optional.empty() : values.stream().findFirst().map(LocalDate::parse);
    }

    private static Instant begins(LocalDate day) {
        return WorkingCalendar.instant(day.atStartOfDay());
    }

    private static void say(UUID dossier, Difference found) {
        LOG.warn(
                "Dossier {}, {}: due {}, computed {}",
                dossier,
                found.sequence() == 0 ? "as it stands" : "event " + found.sequence(),
                found.told(),
                found.computed());
    }
}
