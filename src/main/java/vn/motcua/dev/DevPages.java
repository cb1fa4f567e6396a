package vn.motcua.dev;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the page of tokens is made of. */
@Configuration(proxyBeanMethods = false)
@Profile("dev")
class DevPages {

    @Bean
    RouterFunction<ServerResponse> devAssets() {
        return RouterFunctions.route()
                .GET("/dev/token.css", request -> asset("css", "token.css"))
                .GET("/dev/token.js", request -> asset("javascript", "token.js"))
                .build();
    }

    private static Mono<ServerResponse> asset(String subtype, String file) {
        return ServerResponse.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .bodyValue(TokenPage.file(file));
    }
}
