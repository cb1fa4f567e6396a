package vn.motcua.bench;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.References;
import vn.motcua.platform.Command;

/** The country as the service knows it, read once from its database by the service's own parts. */
public final class Country {

    private Country() {}

    /** @param settings of the database, as the service gets them */
    public static Reference of(List<String> settings) {
        String[] arguments = settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
        try (var parts = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .profiles("dev")
                .run(arguments)) {
            return Objects.requireNonNull(
                    parts.getBean(References.class).current().block());
        }
    }

    @Command(
            name = "know the country",
            settings = {"spring.r2dbc.url"})
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("vn.motcua.platform.db")
    @ComponentScan({
        "vn.motcua.platform.config",
        "vn.motcua.platform.db",
        "vn.motcua.territory.application",
        "vn.motcua.territory.db",
        "vn.motcua.procedure.application",
        "vn.motcua.procedure.db",
        "vn.motcua.calendar.application",
        "vn.motcua.calendar.db"
    })
    @Import(References.class)
    static class Parts {}
}
