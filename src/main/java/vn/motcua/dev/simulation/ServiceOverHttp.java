package vn.motcua.dev.simulation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.Step;
import vn.motcua.platform.StartRefused;
import vn.motcua.platform.json.CanonicalJson;

/** A development service as its callers see it. */
final class ServiceOverHttp {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TOKENS_SERVE = Duration.ofHours(7);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int STALE = 412;
    private static final int TRIES = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final Map<String, Token> staff = new HashMap<>();

    private record Token(String text, Instant until) {}

    ServiceOverHttp(String origin) {
        this.origin = origin;
    }

    /** A dossier as an answer tells it. */
    record Told(UUID id, int version, Optional<Instant> dueAt) {}

    /** Moves the service's clock; where it is further already it stays. */
    void moveClock(Instant moment) {
        send("PUT", "/dev/clock", Map.of("moment", moment.toString()), Map.of());
    }

    /** Empty when it is refused. */
    Optional<Told> file(Draft draft, String key, Instant at) {
        return told(send(
                "POST",
                "/api/v1/dossiers",
                Commands.body(draft),
                Map.of("Authorization", bearer(Actor.filing(draft), at), "Idempotency-Key", key)));
    }

    /** Empty when it is refused. A dossier that was changed since, as by a warning, is read again, as a clerk would. */
    Optional<Told> advance(Told dossier, Step step, Draft draft, Instant at) {
        String bearer = bearer(Actor.of(step, draft), at);
        HttpResponse<String> answer = step(dossier, step, draft, bearer);
        for (int tried = 1; tried < TRIES && answer.statusCode() == STALE; tried++) {
            Told known = told(send("GET", path(dossier), Map.of(), Map.of("Authorization", bearer)))
                    .orElse(dossier);
            answer = step(known, step, draft, bearer);
        }
        return told(answer);
    }

    private HttpResponse<String> step(Told dossier, Step step, Draft draft, String bearer) {
        return send(
                "POST",
                path(dossier) + "/" + step.path(),
                Commands.of(step, draft).words(),
                Map.of("Authorization", bearer, "If-Match", "\"" + dossier.version() + "\""));
    }

    private static String path(Told dossier) {
        return "/api/v1/dossiers/" + dossier.id();
    }

    private static Optional<Told> told(HttpResponse<String> answer) {
        if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
            return Optional.empty();
        }
        JsonNode body = JSON.readTree(answer.body());
        return Optional.of(new Told(
                UUID.fromString(body.path("id").asString()),
                Integer.parseInt(
                        answer.headers().firstValue("ETag").orElseThrow().replace("\"", "")),
                Optional.ofNullable(body.path("dueAt").asString(null)).map(Instant::parse)));
    }

    /** Of staff once in a working day, of citizens each time: there are too many to keep. */
    private String bearer(Actor actor, Instant at) {
        boolean kept = actor.caller().person().isEmpty();
        Token token = staff.get(actor.token());
        if (token == null || !at.isBefore(token.until())) {
            token = new Token(
                    send("GET", "/dev/token?as=" + actor.token(), Map.of(), Map.of())
                            .body(),
                    at.plus(TOKENS_SERVE));
            if (kept) {
                staff.put(actor.token(), token);
            }
        }
        return "Bearer " + token.text();
    }

    private HttpResponse<String> send(
            String method, String path, Map<String, Object> body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(CanonicalJson.write(body)));
        headers.forEach(request::header);
        if (!method.equals("GET")) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new StartRefused("The service at " + origin + " does not answer: " + broken, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Stopped", stopped);
        }
    }
}
