package vn.motcua.dev;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for development.
 *
 * @param data folder of the embedded database and the development issuers' key; kept over restarts
 * @param embeddedDatabase false when {@code spring.r2dbc.*} and {@code spring.flyway.*} name another database
 */
@ConfigurationProperties("motcua.dev")
public record DevProperties(
        @DefaultValue("data/postgres") Path data,
        @DefaultValue("true") boolean embeddedDatabase) {}
