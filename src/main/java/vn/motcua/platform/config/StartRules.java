package vn.motcua.platform.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import vn.motcua.platform.Command;
import vn.motcua.platform.StartRefused;

/** What must be true before anything starts. Without a profile this is production, which nothing is left out of. */
@Order(Ordered.LOWEST_PRECEDENCE)
class StartRules implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<String> SERVING = List.of(
            "spring.r2dbc.url",
            "spring.r2dbc.username",
            "spring.r2dbc.password",
            "motcua.cursors.key",
            "motcua.identity.issuers[0].name",
            "motcua.identity.issuers[0].issuer",
            "motcua.identity.issuers[0].audience",
            "motcua.identity.issuers[0].kinds");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        Optional<Command> command = command(event.getSpringApplication());
        if (command.isPresent()) {
            require(
                    environment,
                    List.of(command.get().settings()),
                    command.get().name());
        } else if (environment.acceptsProfiles(Profiles.of("dev"))) {
            requireDevelopmentParts();
        } else {
            refuseDevelopmentSettings(environment);
            require(environment, SERVING, "serve");
        }
    }

    private static Optional<Command> command(SpringApplication application) {
        return application.getAllSources().stream()
                .filter(Class.class::isInstance)
                .flatMap(source -> Stream.ofNullable(((Class<?>) source).getAnnotation(Command.class)))
                .findFirst();
    }

    private static void require(ConfigurableEnvironment environment, List<String> settings, String what) {
        Binder binder = Binder.get(environment);
        List<String> missing =
                settings.stream().filter(name -> isMissing(binder, name)).toList();
        if (!missing.isEmpty()) {
            throw new StartRefused("Motcua cannot " + what + " without these settings: " + String.join(", ", missing));
        }
    }

    /** Settings may stand in any of the spellings of Spring Boot, and lists may be one setting or several. */
    private static boolean isMissing(Binder binder, String name) {
        return Stream.of(name, name + "[0]")
                .noneMatch(spelling -> binder.bind(spelling.toLowerCase(Locale.ROOT), String.class)
                        .map(value -> !value.isBlank())
                        .orElse(false));
    }

    private static void requireDevelopmentParts() {
        if (!ClassUtils.isPresent("vn.motcua.dev.DevProperties", StartRules.class.getClassLoader())) {
            throw new StartRefused(
                    "This is the production jar, it has no development parts: start it without the profile dev");
        }
    }

    private static void refuseDevelopmentSettings(ConfigurableEnvironment environment) {
        Map<String, Object> development = Binder.get(environment)
                .bind("motcua.dev", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        if (!development.isEmpty()) {
            throw new StartRefused("Production has no development parts: remove the settings motcua.dev.*");
        }
    }
}
