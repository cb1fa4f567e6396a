package vn.motcua.dossier.web;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.contract.DossierDto;
import vn.motcua.dossier.application.Answer;
import vn.motcua.dossier.application.AnswerWriter;
import vn.motcua.dossier.application.Request;
import vn.motcua.identity.Caller;
import vn.motcua.platform.web.EntityTag;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.RequestDigest;

/** Requests that change dossiers, and what they are answered. */
@Component
class Answers {

    private static final String DOSSIERS = "/api/v1/dossiers/";

    private final InstantSource clock;
    private final JsonMapper json;

    Answers(InstantSource clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** The one moment of the request, as precise as the log keeps it. */
    Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static Request request(Caller caller, Instant moment, Optional<String> key, ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return new Request(caller, moment, key, path + " " + RequestDigest.of(exchange));
    }

    AnswerWriter writer(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return (view, known) -> json.writeValueAsString(DossierMapping.toDto(view, known, language));
    }

    DossierDto answered(Answer answer, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(answer.status()));
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setETag(EntityTag.of(answer.version()));
        if (answer.replayed()) {
            headers.set("Idempotency-Replayed", "true");
        }
        DossierDto dto = json.readValue(answer.body(), DossierDto.class);
        return dto.getCode() == null ? dto : dto.code(answer.code().orElse(null));
    }

    /** As {@link #answered}, for a dossier that was not there before. */
    DossierDto created(Answer answer, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setLocation(URI.create(DOSSIERS + answer.dossierId()));
        return answered(answer, exchange);
    }
}
