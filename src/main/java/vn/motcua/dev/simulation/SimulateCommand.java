package vn.motcua.dev.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.References;
import vn.motcua.platform.db.Foreground;

/**
 * {@code simulate --seed=1 --dossiers=10000 --days=30}: once the service serves, drives it over HTTP through that many days,
 * from tomorrow on by its own clock, and then leaves it running there. {@code --seconds} bounds the machine's time.
 */
@Component
@Profile("dev")
class SimulateCommand {

    private static final Logger LOG = LoggerFactory.getLogger(SimulateCommand.class);

    private final ApplicationArguments arguments;
    private final References references;
    private final InstantSource clock;
    private final Environment environment;

    SimulateCommand(
            ApplicationArguments arguments, References references, InstantSource clock, Environment environment) {
        this.arguments = arguments;
        this.references = references;
        this.clock = clock;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void simulate() {
        Options options = new Options(arguments, "simulate");
        if (!options.areMeant()) {
            return;
        }
        int seed = options.number("seed", 1);
        Reference known = Foreground.run(references.current());
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).plusDays(1);
        LocalDate last = tomorrow.plusDays(options.number("days", 30) - 1L);
        Plan plan = new Plan(known, seed, options.number("dossiers", 1000), tomorrow, last);
        var service = new ServiceOverHttp("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        LOG.info("Simulating {} to {}", tomorrow, last);
        Live.Outcome outcome = new Live(plan, service, service::moveClock)
                .run("sim-" + seed + "-" + tomorrow, Duration.ofSeconds(options.number("seconds", 3600)));
        LOG.info("Simulated: {}; the clock stands at {}", outcome, clock.instant());
    }
}
