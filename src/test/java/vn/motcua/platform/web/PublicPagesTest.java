package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.motcua.deadline.Vector;

class PublicPagesTest extends EdgeTestServer {

    @Test
    void firstPageShowsWhereToGo() {
        String page = read("/", "text/html;charset=UTF-8");
        assertThat(page)
                .contains("href=\"/docs\"", "href=\"/api-spec/openapi.yaml\"", "http://localhost:" + port)
                .doesNotContain("/dev/token");
    }

    @Test
    void contractIsTheOneInTheProgram() {
        assertThat(read("/api-spec/openapi.yaml", "application/yaml")).startsWith("openapi: 3.0.3");
    }

    @Test
    void theClocksCasesAreTablesThatAnybodyMayKeep() {
        String index = read("/vectors/", "text/html;charset=UTF-8");
        for (String table : Vector.TABLES) {
            assertThat(index).contains("href=\"/vectors/" + table + ".csv\"");
            assertThat(read("/vectors/" + table + ".csv", "text/csv;charset=UTF-8"))
                    .startsWith("id,schedule,calendar,start,term,");
        }
        assertThat(read("/vectors/calendar.csv", "text/csv;charset=UTF-8")).startsWith("date,kind,");
        client().get().uri("/vectors/peers.csv").exchange().expectHeader().valueEquals("Cache-Control", "max-age=3600");
        client().get().uri("/vectors/unheard-of.csv").exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/vectors/"})
    void pagesCallNobodyElse(String path) {
        assertThat(read(path, "text/html;charset=UTF-8")).doesNotContainPattern("(src|href)=\"(https?:)?//");
        client().get()
                .uri(path)
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .startsWith("default-src 'none'")
                                .doesNotContain("unsafe", "http"));
    }

    @Test
    void documentationHasAllItsParts() {
        assertThat(read("/assets/docs.js", "text/javascript;charset=UTF-8")).contains("/api-spec/openapi.yaml");
        assertThat(read("/assets/swagger-ui.css", "text/css;charset=UTF-8")).contains(".swagger-ui");
        assertThat(read("/assets/swagger-ui-bundle.js", "text/javascript;charset=UTF-8"))
                .contains("SwaggerUIBundle");
        assertThat(read("/assets/page.css", "text/css;charset=UTF-8")).contains("main");
        client().get().uri("/assets/page.css").exchange().expectHeader().valueEquals("Cache-Control", "max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/docs", "/vectors/", "/vectors/pauses.csv", "/assets/page.css", "/api-spec/openapi.yaml"})
    void pagesHaveAHeadAndNothingButPages(String path) {
        client().head().uri(path).exchange().expectStatus().isOk().expectBody().isEmpty();
        for (HttpMethod method : List.of(HttpMethod.OPTIONS, HttpMethod.DELETE, HttpMethod.POST)) {
            client().method(method)
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405)
                    .expectHeader()
                    .valueEquals("Allow", "GET,HEAD");
        }
    }

    @Test
    void nobodyBelievesForwardingHeaders() {
        client().get()
                .uri("/")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .exchange()
                .expectBody(String.class)
                .value(page ->
                        assertThat(page).contains("http://localhost:" + port).doesNotContain("evil.example"));
    }

    private String read(String path, String type) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(type)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
