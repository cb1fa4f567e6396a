package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw sockets: what a browser would never send. */
class SlowConnectionsTest extends EdgeTestServer {

    private static final int STEP_MILLIS = 100;
    private static final String POST =
            "POST /acceptances HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";

    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n" + "a".repeat(20)
                    + "\r\n--b--\r\n";
    private static final String UPLOAD = "POST /api/v1/reference-imports HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + PART.length() + "\r\n\r\n";

    @Test
    void headerThatStopsIsAnswered() throws IOException {
        assertThat(answer("GET /nowhere HTTP/1.1\r\nHo", ""))
                .startsWith("HTTP/1.1 408")
                .contains(":request-timeout");
    }

    @Test
    void headerThatDripsIsAnswered() throws IOException {
        assertThat(answer("GET /nowhere HTTP/1.1\r\nA: ", "a".repeat(100))).startsWith("HTTP/1.1 408");
    }

    @Test
    void bodyThatStopsIsAnswered() throws IOException {
        assertThat(answer(POST + "{", "")).startsWith("HTTP/1.1 408").contains(":request-timeout");
    }

    @Test
    void bodyThatDripsIsAnswered() throws IOException {
        assertThat(answer(POST, " ".repeat(99))).startsWith("HTTP/1.1 408").contains(":request-timeout");
    }

    @Test
    void chunkedBodyThatStopsIsAnswered() throws IOException {
        assertThat(answer(POST.replace("Content-Length: 100", "Transfer-Encoding: chunked") + "5\r\n{", ""))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void bodyThatNobodyReadsEndsTheConnectionToo() throws IOException {
        assertThat(answer(POST.replace("/acceptances", "/nowhere") + "{", "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void filesMayComeSlowlyAsLongAsTheyCome() throws IOException {
        assertThat(answer(UPLOAD + PART.substring(0, PART.length() - 25), PART.substring(PART.length() - 25)))
                .startsWith("HTTP/1.1 200")
                .contains("{\"parts\":1}");
    }

    @Test
    void filesThatStopAreAnswered() throws IOException {
        assertThat(answer(UPLOAD + PART.substring(0, 60), ""))
                .startsWith("HTTP/1.1 408")
                .contains(":request-timeout");
    }

    @Test
    void filesThatDripForEverAreAnswered() throws IOException {
        assertThat(answer(
                        UPLOAD.replace("Content-Length: " + PART.length(), "Content-Length: 9999")
                                + PART.substring(0, 60),
                        "a".repeat(60)))
                .startsWith("HTTP/1.1 408")
                .contains(":request-timeout");
    }

    @Test
    void whoeverIsAnsweredHasNoMoreTimeThanOthers() throws IOException {
        assertThat(answer(UPLOAD.replace("multipart/form-data", "text/plain"), "a".repeat(50)))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void silenceEndsWithTheIdleTime() throws IOException {
        assertThat(answer("", "")).isEmpty();
    }

    @Test
    void oneSlowRequestOnAConnectionDoesNotHurtTheEarlierOne() throws IOException {
        assertThat(answer("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n", "GET /nowhere HTTP"))
                .startsWith("HTTP/1.1 404")
                .contains("HTTP/1.1 408");
    }

    @Test
    void theEarlierOneIsAnsweredFirstHoweverLongItTakes() throws IOException {
        assertThat(answer("GET /late HTTP/1.1\r\nHost: x\r\n\r\n", "GET /nowhere HTTP"))
                .startsWith("HTTP/1.1 200")
                .contains("late")
                .contains("HTTP/1.1 408");
    }

    @Test
    void chunkedBodyIsCountedWhileItComes() throws IOException {
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        String head = POST.replace("Content-Length: 100", "Transfer-Encoding: chunked");
        assertThat(answer(head + chunk.repeat(17) + "0\r\n\r\n", ""))
                .startsWith("HTTP/1.1 413")
                .contains(":payload-too-large");
    }

    @Test
    void hugeBodyIsRefusedBeforeItComes() throws IOException {
        assertThat(answer(POST.replace("Content-Length: 100", "Content-Length: 104857600"), ""))
                .startsWith("HTTP/1.1 413")
                .contains(":payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 8388608\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n800000\r\n"})
    void whoeverSendsAllBeforeListeningHearsTheRefusal(String framing) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(POST.replace("Content-Length: 100\r\n\r\n", framing).getBytes(StandardCharsets.UTF_8));
            out.write(new byte[8 * 1024 * 1024]);
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .endsWith("}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "GET / HTTP/1.2\r\nHost: x\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
                "GET / HTTP/0.9\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void refusesWhatBreaksHttp(String request) throws IOException {
        assertThat(answer(request, ""))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains(":invalid-request");
    }

    @Test
    void refusesLongHeadersAndLines() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(9000) + "\r\n\r\n", ""))
                .startsWith("HTTP/1.1 431")
                .contains("\"status\":431");
        assertThat(answer("GET /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: x\r\n\r\n", ""))
                .startsWith("HTTP/1.1 414")
                .contains(":invalid-request");
    }

    @Test
    void speaksEnglishHereToo() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\nAccept-Language: en\r\n\r\n", "")).contains("\"The request is invalid\"");
    }

    @Test
    void oldClientsNeedNoHost() throws IOException {
        assertThat(answer("GET /nowhere HTTP/1.0\r\n\r\n", "")).contains(" 404 ");
    }

    /** Sends the first part at once, the rest byte by byte for as long as the server listens; answers all it said. */
    private String answer(String first, String dripped) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(STEP_MILLIS);
            var said = new StringBuilder();
            send(socket, first);
            int at = 0;
            for (int step = 0; step < 60; step++) {
                if (at < dripped.length() && said.indexOf("HTTP/1.1 408") < 0) {
                    send(socket, dripped.substring(at, ++at));
                }
                if (ended(socket, said)) {
                    return said.toString();
                }
            }
            throw new AssertionError("Still open after saying: " + said);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (SocketException closed) {
            assertThat(closed).hasMessageFindingMatch("reset|pipe|closed");
        }
    }

    private static boolean ended(Socket socket, StringBuilder said) throws IOException {
        byte[] bytes = new byte[16_384];
        try {
            int count = socket.getInputStream().read(bytes);
            if (count > 0) {
                said.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
            return count < 0;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
