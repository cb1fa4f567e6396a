package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service as its callers see it: over HTTP, with tokens of the development issuers. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String origin;

    public Api(int port) {
        origin = "http://localhost:" + port;
    }

    /** What came back. */
    public record Reply(int status, Map<String, String> headers, String text) {

        public JsonNode body() {
            return JSON.readTree(text);
        }

        public String string(String field) {
            return body().path(field).asString();
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** The version that the entity tag names. */
        public int version() {
            return Integer.parseInt(header("ETag").orElseThrow().replace("\"", ""));
        }

        /** The last word of the problem's type. */
        public String problem() {
            return string("type").replace("urn:motcua:problem:", "");
        }

        public Reply is(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return this;
        }
    }

    /** A bearer token; {@code query} as in {@code clerk&unit=18073}. */
    public String token(String query) {
        return send("GET", "/dev/token?as=" + query, Optional.empty()).is(200).text();
    }

    /** The applicant whom a persona's token vouches for. */
    public ObjectNode person(String persona) {
        return (ObjectNode)
                send("GET", "/dev/people/" + persona, Optional.empty()).is(200).body();
    }

    public Reply get(String token, String path, String... headers) {
        return send("GET", path, Optional.empty(), with(headers, "Authorization", "Bearer " + token));
    }

    public Reply post(String token, String path, Object body, String... headers) {
        String[] all = with(headers, "Authorization", "Bearer " + token);
        return send("POST", path, Optional.of(body.toString()), with(all, "Content-Type", "application/json"));
    }

    /** Files with a key of its own. */
    public Reply file(String token, Object filing) {
        return post(
                token,
                "/api/v1/dossiers",
                filing,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** Takes a step from a version. */
    public Reply step(String token, String dossier, String step, int version, String body, String... headers) {
        return post(
                token,
                "/api/v1/dossiers/" + dossier + "/" + step,
                body,
                with(headers, "If-Match", "\"" + version + "\""));
    }

    /** Registration of residence, online, for the persona {@code citizen}: seven working days, the police decide. */
    public ObjectNode filing(String unit) {
        return filing("1.004222", unit, "citizen");
    }

    public ObjectNode filing(String procedure, String unit, String persona) {
        ObjectNode filing = JSON.createObjectNode()
                .put("procedureCode", procedure)
                .put("competentUnit", unit)
                .put("channel", "ONLINE")
                .put("resultDelivery", "ELECTRONIC");
        filing.set("applicant", person(persona));
        return filing;
    }

    public Reply send(String method, String path, Optional<String> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Reply(response.statusCode(), headers, response.body());
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }
}
