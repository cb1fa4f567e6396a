package vn.motcua.bench.twin;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.bench.Country;
import vn.motcua.dossier.Reference;
import vn.motcua.identity.web.IdentityProperties;
import vn.motcua.identity.web.PlainTokens;
import vn.motcua.platform.Command;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.PlainBodies;

/**
 * The same API on Spring MVC, JDBC and virtual threads: the service's own decisions, statements, judgement of bodies and check
 * of tokens, called by code that waits.
 */
@Command(
        name = "serve beside the service",
        settings = {"spring.r2dbc.url"})
@EnableAutoConfiguration
@EnableConfigurationProperties(IdentityProperties.class)
@Import(TwinController.class)
public class TwinApplication {

    private static final int POOL = 16;

    public static void main(String[] arguments) {
        List<String> database = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--spring.r2dbc") || argument.startsWith("--motcua.cursors"))
                .map(argument -> argument.substring(2))
                .toList();
        Reference country = Country.of(database);
        new SpringApplicationBuilder(TwinApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "spring.threads.virtual.enabled=true",
                        "management.endpoint.health.validate-group-membership=false")
                .initializers(context -> context.getBeanFactory().registerSingleton("country", country))
                .run(arguments);
    }

    /** As many connections as the service has for requests. */
    @Bean
    HikariDataSource twinDataSource(Environment settings) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(settings.getRequiredProperty("spring.r2dbc.url").replace("r2dbc:", "jdbc:"));
        pool.setUsername(settings.getRequiredProperty("spring.r2dbc.username"));
        pool.setPassword(settings.getRequiredProperty("spring.r2dbc.password"));
        pool.setMaximumPoolSize(POOL);
        return pool;
    }

    @Bean
    TwinDatabase twinDatabase(HikariDataSource pool) {
        return new TwinDatabase(pool);
    }

    @Bean
    InstantSource twinClock(Environment settings) {
        Instant began = Instant.parse(settings.getRequiredProperty("bench.moment"));
        return InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), began));
    }

    @Bean
    PlainTokens twinTokens(IdentityProperties identity, InstantSource clock) {
        return new PlainTokens(identity, clock);
    }

    @Bean
    PlainBodies twinBodies(JsonMapper json) {
        return new PlainBodies(json);
    }

    @Bean
    Cursors twinCursors(Environment settings, InstantSource clock) {
        return PlainBodies.cursors(settings.getRequiredProperty("motcua.cursors.key"), clock);
    }

    @Bean
    SecurityFilterChain twinSecurity(HttpSecurity http, PlainTokens tokens) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TwinBearer(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(paths -> paths.requestMatchers("/api/v1/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }
}
