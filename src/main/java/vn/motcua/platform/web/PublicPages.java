package vn.motcua.platform.web;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** What a visitor without a token sees: first page, documentation, contract, the clock's published cases. No page calls elsewhere. */
@Configuration(proxyBeanMethods = false)
class PublicPages {

    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String FIRST_PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'";
    private static final String DOCS_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    @Bean
    RouterFunction<ServerResponse> publicRoutes(Environment environment) {
        Resource style = swagger("swagger-ui.css");
        Resource script = swagger("swagger-ui-bundle.js");
        String firstPage = firstPage(environment.acceptsProfiles(Profiles.of("dev")));
        RouterFunctions.Builder pages = route();
        page(
                pages,
                "/",
                request ->
                        page(FIRST_PAGE_POLICY).bodyValue(firstPage.replace("<!--origin-->", origin(request.uri()))));
        page(pages, "/docs", request -> page(DOCS_POLICY).bodyValue(ours("docs.html")));
        page(pages, "/assets/page.css", request -> asset(CSS, ours("page.css")));
        page(pages, "/assets/docs.js", request -> asset(SCRIPT, ours("docs.js")));
        page(pages, "/assets/swagger-ui.css", request -> asset(CSS, style));
        page(pages, "/assets/swagger-ui-bundle.js", request -> asset(SCRIPT, script));
        page(pages, Contract.RESOURCE, request -> asset(YAML, new ClassPathResource(Contract.RESOURCE)));
        page(pages, "/vectors", request -> page(FIRST_PAGE_POLICY).bodyValue(ours("vectors.html")));
        page(pages, "/vectors/", request -> page(FIRST_PAGE_POLICY).bodyValue(ours("vectors.html")));
        for (Resource table : vectors()) {
            page(pages, "/vectors/" + table.getFilename(), request -> asset(CSV, table));
        }
        return pages.build();
    }

    /** Pages are read, with or without what they hold, and nothing else. */
    private static void page(RouterFunctions.Builder pages, String path, HandlerFunction<ServerResponse> handler) {
        pages.route(methods(READING.toArray(HttpMethod[]::new)).and(path(path)), handler)
                .route(path(path), request -> Mono.error(new MethodNotAllowedException(request.method(), READING)));
    }

    private static ServerResponse.BodyBuilder page(String policy) {
        return ServerResponse.ok().contentType(HTML).header("Content-Security-Policy", policy);
    }

    private static Mono<ServerResponse> asset(MediaType type, Resource content) {
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .bodyValue(content);
    }

    /** The address under which the visitor came, for the example. */
    private static String origin(URI request) {
        return HtmlUtils.htmlEscape(request.getScheme() + "://" + request.getRawAuthority());
    }

    private static String firstPage(boolean development) {
        try {
            String page = ours("index.html").getContentAsString(StandardCharsets.UTF_8);
            return development ? page : page.replaceAll("(?s)\\s*<!--dev-->.*?<!--/dev-->", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Resource ours(String file) {
        return new ClassPathResource("pages/" + file, PublicPages.class);
    }

    private static Resource[] vectors() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath:vectors/*.csv");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The version stands in the path, and only the build needs to know it. */
    private static Resource swagger(String file) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/" + file)[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
