package vn.motcua.reference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.Api;

/** A form with files, as a browser sends it. */
final class Form {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOUNDARY = "----motcua";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form file(String name, String content) {
        return part("files", "; filename=\"" + name + "\"", content.getBytes(StandardCharsets.UTF_8));
    }

    Form file(Path path) {
        try {
            return part("files", "; filename=\"" + path.getFileName() + "\"", Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Form field(String name, String value) {
        return part(name, "", value.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String name, String more, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Api.Reply post(int port, String token, String query, String... headers) {
        write("--" + BOUNDARY + "--\r\n");
        return send(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()), port, token, query, headers);
    }

    /** Without a word on how long it is. */
    Api.Reply postInChunks(int port, String token) {
        write("--" + BOUNDARY + "--\r\n");
        return send(
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.toByteArray())),
                port,
                token,
                "");
    }

    private static Api.Reply send(
            HttpRequest.BodyPublisher body, int port, String token, String query, String... headers) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/reference-imports" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> names = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> names.put(name, String.join(", ", values)));
            return new Api.Reply(answer.statusCode(), names, answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
