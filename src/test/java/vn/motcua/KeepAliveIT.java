package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A connection that is kept serves the next request, however close it follows. */
@MotcuaIT
class KeepAliveIT {

    /** Only so that a connection which is served no more fails the test instead of stopping it. */
    private static final int GUARD_MILLIS = 30_000;

    @LocalServerPort
    int port;

    private String token;

    @BeforeEach
    void ask() {
        token = new Api(port).token("auditor");
    }

    @Test
    void aRequestIsServedAfterOneThatHadToWaitForItsTurn() throws IOException {
        String figures = "GET /api/v1/on-time-rates?level=NATION&from=2026-03-01&to=2026-03-31 HTTP/1.1\r\n"
                + "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        String person = "GET /dev/people/citizen HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(GUARD_MILLIS);
            var answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int round = 0; round < 20; round++) {
                send(socket, figures + person);
                assertThat(status(answers)).contains(" 200 ");
                assertThat(status(answers)).contains(" 200 ");
                send(socket, person);
                assertThat(status(answers)).contains(" 200 ");
            }
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The status line of the next answer, which is read to its end. */
    private static String status(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        answers.skip(length);
        return status;
    }
}
