package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal that the framework makes by itself, and what it says. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTest extends EdgeTestServer {

    private static final ContractSchemas CONTRACT = new ContractSchemas();

    @Test
    void unknownPath() {
        refused(client().get().uri("/nowhere").exchange(), ProblemType.NOT_FOUND);
    }

    @Test
    void unknownMethod() {
        var answer = client().method(HttpMethod.DELETE).uri("/filings").exchange();
        answer.expectHeader().valueEquals("Allow", "POST");
        refused(answer, ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void unknownRepresentation() {
        refused(
                client().post()
                        .uri("/filings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.IMAGE_PNG)
                        .bodyValue("{}")
                        .exchange(),
                ProblemType.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource({"text/xml", "application/json;charset=utf-16", "application/x-java-serialized-object"})
    void otherMediaTypes(String type) {
        refused(send("/filings", type, "{}"), ProblemType.UNSUPPORTED_MEDIA_TYPE);
        refused(send("/calculations", type, "{}"), ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void malformedPathAndParameter() {
        refused(client().get().uri("/filings/x?day=1").exchange(), ProblemType.MALFORMED_ID);
        refused(client().get().uri("/filings/1?day=x").exchange(), ProblemType.INVALID_PARAMETER);
        refused(client().get().uri("/filings/1").exchange(), ProblemType.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource({"overloaded", "outcome-unknown", "database-unavailable"})
    void databaseTroubleSaysWhenToComeBack(String slug) {
        var answer = client().get().uri("/errors/" + slug).exchange();
        answer.expectHeader().exists("Retry-After");
        refused(answer, ProblemType.ofSlug(slug).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"sql", "other"})
    void unexpectedErrorsTellNobodyWhatTheyHeld(String name, CapturedOutput log) {
        var answer = client().get().uri("/errors/" + name).exchange();
        answer.expectBody(String.class).value(body -> assertThat(body).doesNotContain("042090001234", "Exception"));
        assertThat(log.getOut())
                .contains(answer.returnResult(String.class).getResponseHeaders().getFirst(RequestId.HEADER))
                .contains("EdgeTestServer$Steps")
                .doesNotContain("042090001234")
                .doesNotContain("INSERT");
    }

    @Test
    void problemsStayProblemsWhateverIsAccepted() {
        refused(
                client().get()
                        .uri("/errors/overloaded")
                        .accept(MediaType.valueOf("text/csv"))
                        .exchange(),
                ProblemType.OVERLOADED);
    }

    @Test
    void challengesWhoeverBringsNoToken() {
        for (String path : List.of("/errors/unauthenticated", "/security/none")) {
            var answer = client().get().uri(path).exchange();
            answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer");
            refused(answer, ProblemType.UNAUTHENTICATED);
        }
    }

    @Test
    void namesTheErrorOfATokenThatIsRefused() {
        var answer = client().get().uri("/security/unread").exchange();
        answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        refused(answer, ProblemType.INVALID_TOKEN);
    }

    @Test
    void deniesWithoutAChallenge() {
        var answer = client().get().uri("/security/denied").exchange();
        answer.expectHeader().doesNotExist("WWW-Authenticate");
        refused(answer, ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Không tìm thấy",
        "vi, Không tìm thấy",
        "en-GB, Not found",
        "'fr,en;q=0.3', Not found",
        "%%, Không tìm thấy"
    })
    void speaksTheCallersLanguage(String wanted, String title) {
        client().get()
                .uri("/nowhere")
                .header("Accept-Language", wanted)
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(title);
    }

    private WebTestClient.ResponseSpec send(String path, String type, String body) {
        return client().post()
                .uri(path)
                .header("Content-Type", type)
                .bodyValue(body.getBytes())
                .exchange();
    }

    @SuppressWarnings("unchecked")
    private static void refused(WebTestClient.ResponseSpec answer, ProblemType type) {
        answer.expectStatus().isEqualTo(type.status());
        answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        answer.expectHeader().valueEquals("Cache-Control", "no-store");
        answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        var body = answer.expectBody(Map.class).returnResult();
        String id = body.getResponseHeaders().getFirst(RequestId.HEADER);
        assertThat(body.getResponseBody())
                .containsEntry("type", type.urn().toString())
                .containsEntry("status", type.status())
                .containsEntry("instance", "urn:uuid:" + id)
                .containsKeys("title", "detail");
        assertThat(CONTRACT.errors("Problem", JsonMapper.shared().valueToTree(body.getResponseBody())))
                .isEmpty();
    }
}
