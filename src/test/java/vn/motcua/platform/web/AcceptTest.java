package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What a caller may ask for. */
class AcceptTest extends EdgeTestServer {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-16",
                "application/json;charset=none",
                "*/*;q=0",
                "application/json;q=0",
                "application/json;q=0, */*",
                "application/problem+json",
                "application/*+json",
                "text/html",
                "nonsense"
            })
    void whatCannotBeHadIsRefused(String accept) {
        refused(asking(accept), "not-acceptable");
    }

    @Test
    void nobodyReadsALongList() {
        refused(
                asking(IntStream.range(0, 200).mapToObj(at -> "a/b" + at).collect(Collectors.joining(","))),
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "application/json;charset=UTF-8",
                "application/json;profile=x",
                "application/problem+json, application/json;q=0.1",
                "application/json;charset=utf-16, application/json;q=0.5",
                "text/html, */*;q=0.1"
            })
    void anAnswerIsNeverLabelledAProblem(String accept) {
        asking(accept)
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Type", type -> assertThat(type).isEqualTo("application/json"));
    }

    private WebTestClient.ResponseSpec asking(String accept) {
        return client().post()
                .uri("/dossiers")
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .bodyValue("{}".getBytes())
                .exchange();
    }
}
