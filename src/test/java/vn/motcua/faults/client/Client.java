package vn.motcua.faults.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import vn.motcua.faults.client.Call.Reply;

/** Speaks HTTP to the service: patiently, or hanging up. */
public final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PROBLEM = "urn:motcua:problem:";

    private final IntSupplier port;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Client(int port) {
        this(port, PATIENCE);
    }

    /** @param patience how long to wait for an answer */
    public Client(int port, Duration patience) {
        this(() -> port, patience);
    }

    /** Of several instances; each try asks which one it goes to. */
    public Client(IntSupplier port) {
        this(port, PATIENCE);
    }

    private Client(IntSupplier port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    /** The token of a development persona. */
    public String token(String query) throws IOException, InterruptedException {
        return send(Call.get("/dev/token?as=" + query, "")).body();
    }

    public Reply send(Call call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + call.path()))
                .timeout(patience)
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        if (!call.token().isEmpty()) {
            request.header("Authorization", "Bearer " + call.token());
        }
        if (!call.key().isEmpty()) {
            request.header("Idempotency-Key", call.key());
        }
        if (call.version() > 0) {
            request.header("If-Match", "\"" + call.version() + "\"");
        }
        if (!call.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static Reply reply(HttpResponse<String> answer) {
        return new Reply(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("ETag").map(tag -> Integer.valueOf(tag.replace("\"", ""))),
                Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(0)),
                answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                answer.headers()
                        .firstValue("Content-Type")
                        .filter("application/problem+json"::equals)
                        .flatMap(problem -> Json.text(answer.body(), "type"))
                        .filter(type -> type.startsWith(PROBLEM))
                        .map(type -> type.substring(PROBLEM.length())));
    }

    /**
     * Sends and hangs up after that time.
     *
     * @param millis how long to wait for an answer; 0 hangs up once the bytes are sent
     * @return whether the answer was complete before that
     */
    public boolean hangUp(Call call, int millis) throws IOException {
        int one = port.getAsInt();
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), one)) {
            line.setSoLinger(true, 0);
            line.getOutputStream().write(call.bytes(one));
            return millis > 0 && answered(line, System.nanoTime() + millis * 1_000_000L);
        }
    }

    private static boolean answered(Socket line, long until) throws IOException {
        InputStream answer = line.getInputStream();
        try {
            for (int left = left(until); left > 0; left = left(until)) {
                line.setSoTimeout(left);
                if (answer.read(new byte[8192]) < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException hungUp) {
            return false;
        }
    }

    private static int left(long until) {
        return (int) ((until - System.nanoTime()) / 1_000_000);
    }

    /** What anybody may read that needs a connection of the pool. */
    public boolean isServed(Call read) throws InterruptedException {
        try {
            return send(read).status() == 200;
        } catch (IOException failed) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
