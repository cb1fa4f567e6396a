package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Callers who hang up or break off, with secrets in their query: the log stays short and tells none of it. */
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest extends EdgeTestServer {

    private static final String QUERY = "?access_token=SECRET2&citizenId=042090007777";
    private static final String HEAD =
            "POST <path>" + QUERY + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"/acceptances", "/nowhere", "/api/v1/on-time-rates", "/streams"})
    void whoeverHangsUpBeforeSendingIsNotTalkedAbout(String path, CapturedOutput log) throws IOException {
        hangUpAfter(path, "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n", true);
        assertQuiet(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/acceptances", "/streams"})
    void whoeverHangsUpWhileSendingIsNotTalkedAbout(String path, CapturedOutput log) throws IOException {
        hangUpAfter(path, "Content-Length: 100\r\n\r\n{", false);
        hangUpAfter(path, "Transfer-Encoding: chunked\r\n\r\n5\r\n{", false);
        assertQuiet(log);
    }

    @Test
    void aBrokenChunkIsTheCallersFault(CapturedOutput log) throws IOException {
        assertThat(said("/acceptances", "Transfer-Encoding: chunked\r\n\r\nSECRET2\r\n{}\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains(":invalid-request");
        assertQuiet(log);
    }

    @Test
    void anAnswerThatBreaksOffIsCutAndNotExplained(CapturedOutput log) throws IOException {
        String said = said("/streams", "Content-Length: 2\r\n\r\n{}");
        assertThat(said).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n");
        assertQuiet(log);
    }

    @Test
    void whatNobodyHearsIsLoggedByNameOnly(CapturedOutput log) {
        Operators.onErrorDropped(new IllegalStateException(QUERY, new IOException(QUERY)), Context.empty());
        assertQuiet(log);
        assertThat(log.getAll()).contains("IllegalStateException", "IOException");
    }

    /** A reset, not an orderly end; the next request on the same server is answered after the first has been cleared up. */
    private void hangUpAfter(String path, String rest, boolean hearFirst) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((HEAD.replace("<path>", path) + rest).getBytes(StandardCharsets.UTF_8));
            if (hearFirst) {
                socket.getInputStream().read();
            }
            socket.setSoLinger(true, 0);
        }
        for (int other = 0; other < 20; other++) {
            client().get().uri("/nowhere").exchange().expectStatus().isNotFound();
        }
    }

    private String said(String path, String rest) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((HEAD.replace("<path>", path) + rest).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertQuiet(CapturedOutput log) {
        assertThat(log.getAll())
                .doesNotContain("SECRET2", "042090007777", "access_token", "citizenId", "\tat ", "    at ");
    }
}
