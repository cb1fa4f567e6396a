package vn.motcua.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import vn.motcua.identity.application.PlaceStaff;

/**
 * Who must show a token. What a role may do is decided by the use cases. Outside the API everything is permitted, so
 * that a path which does not exist is 404 for everybody.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    /** What anyone may read. */
    private static final String[] OPEN_TO_READ = {
        "/api/v1/administrative-units/**",
        "/api/v1/agencies",
        "/api/v1/calendars",
        "/api/v1/calendars/{id}",
        "/api/v1/calendars/{id}/versions",
        "/api/v1/on-time-definitions",
        "/api/v1/on-time-rates",
        "/api/v1/procedures",
        "/api/v1/procedures/{code}",
        "/api/v1/tracking/{trackingCode}"
    };

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            TokenChecker tokens,
            PlaceStaff staff,
            ServerAuthenticationEntryPoint entryPoint,
            ServerAccessDeniedHandler deniedHandler) {
        return http.csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(entryPoint).accessDeniedHandler(deniedHandler))
                .addFilterAt(bearerTokens(tokens, staff, entryPoint), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(paths -> paths.pathMatchers(HttpMethod.POST, "/api/v1/deadline-calculations")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, OPEN_TO_READ)
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, OPEN_TO_READ)
                        .permitAll()
                        .pathMatchers("/api/v1", "/api/v1/**")
                        .authenticated()
                        .anyExchange()
                        .permitAll())
                .build();
    }

    private static AuthenticationWebFilter bearerTokens(
            TokenChecker tokens, PlaceStaff staff, ServerAuthenticationEntryPoint entryPoint) {
        ReactiveAuthenticationManager manager = bearer -> tokens.check(String.valueOf(bearer.getCredentials()))
                .flatMap(staff::placed)
                .map(CallerAuthentication::new);
        var filter = new AuthenticationWebFilter(manager);
        filter.setServerAuthenticationConverter(BearerToken::of);
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(entryPoint));
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        return filter;
    }
}
