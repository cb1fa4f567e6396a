package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.faults.client.Eventually;

/** A Keycloak from its distribution, in a process of its own, with our realms; ends with this one. */
final class RunningKeycloak implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(6);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Process process;
    private final String origin;
    private final String password = UUID.randomUUID().toString();

    /**
     * Starts one, without waiting for it.
     *
     * @param home the unpacked distribution
     */
    RunningKeycloak(Path home) throws IOException {
        int port = freePort();
        origin = "http://localhost:" + port;
        Path realms = Files.createDirectories(home.resolve("data/import"));
        for (String realm : new String[] {"citizens", "agencies"}) {
            Files.copy(
                    Path.of("src/test/resources/keycloak", realm + "-realm.json"),
                    realms.resolve(realm + "-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/keycloak.log"));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    void awaitRealms() throws InterruptedException {
        assertThat(Eventually.comesTrue(
                        LONGEST_START,
                        () -> get(metadata("citizens")).statusCode() == 200
                                && get(metadata("agencies")).statusCode() == 200))
                .as("Keycloak has started; its log is target/keycloak.log")
                .isTrue();
    }

    String issuer(String realm) {
        return origin + "/realms/" + realm;
    }

    String metadata(String realm) {
        return issuer(realm) + "/.well-known/openid-configuration";
    }

    /** What the token endpoint of a realm answers to a grant. */
    JsonNode grant(String realm, Map<String, String> parameters) {
        return JSON.readTree(accepted(post(issuer(realm) + "/protocol/openid-connect/token", parameters, "")));
    }

    /** The keys of a realm change: a new one signs from now on, the former ones stay published. */
    void rotate(String realm, String name) {
        String key = """
            {"name": "%s", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
             "parentId": "%s", "config": {"priority": ["200"], "keySize": ["2048"], "algorithm": ["RS256"]}}\
            """.formatted(name, administered(realm, "").path("id").asString());
        assertThat(send(admin("POST", realm, "/components", BodyPublishers.ofString(key)))
                        .statusCode())
                .isEqualTo(201);
    }

    /** Withdraws every key that signs with RS256 but one. */
    void withdrawAllBut(String realm, String name) {
        for (JsonNode key : administered(realm, "/components?type=org.keycloak.keys.KeyProvider")) {
            if (key.path("providerId").asString().equals("rsa-generated")
                    && !key.path("name").asString().equals(name)) {
                String path = "/components/" + key.path("id").asString();
                assertThat(send(admin("DELETE", realm, path, BodyPublishers.noBody()))
                                .statusCode())
                        .isEqualTo(204);
            }
        }
    }

    private JsonNode administered(String realm, String path) {
        return JSON.readTree(accepted(send(admin("GET", realm, path, BodyPublishers.noBody()))));
    }

    private HttpRequest admin(String method, String realm, String path, HttpRequest.BodyPublisher body) {
        String token = grant(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                password))
                .path("access_token")
                .asString();
        return HttpRequest.newBuilder(URI.create(origin + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
    }

    static HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    static HttpResponse<String> post(String address, Map<String, String> form, String cookies) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies)
                .POST(BodyPublishers.ofString(form(form)))
                .build());
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String accepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
