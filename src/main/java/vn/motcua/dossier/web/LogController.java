package vn.motcua.dossier.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import vn.motcua.contract.LogApi;
import vn.motcua.dossier.LogPlace;
import vn.motcua.dossier.LogRange;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.ExportLog;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for the log. */
@RestController
class LogController implements LogApi {

    private final ExportLog exports;
    private final Callers callers;
    private final InstantSource clock;

    LogController(ExportLog exports, Callers callers, InstantSource clock) {
        this.exports = exports;
        this.callers = callers;
        this.clock = clock;
    }

    /** Line by line, so that no more is made ahead than the connection asks for. */
    @Override
    public Flux<DataBuffer> exportEvents(@Nullable String from, @Nullable String to, ServerWebExchange exchange) {
        Instant moment = clock.instant();
        var asked = new LogRange.Asked(place("from", from), place("to", to));
        Flux<String> lines = callers.of(exchange)
                .flatMapMany(caller -> exports.lines(caller, asked, moment))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
        return (isHead(exchange) ? lines.take(1) : lines)
                .map(line ->
                        exchange.getResponse().bufferFactory().wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Its answer would be read to the end, and thrown away. */
    private static boolean isHead(ServerWebExchange exchange) {
        return HttpMethod.HEAD.equals(exchange.getRequest().getMethod());
    }

    private static Optional<LogPlace> place(String parameter, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(asked -> LogPlace.parse(asked)
                        .orElseThrow(() -> new Problem(ProblemType.INVALID_PARAMETER).with("parameter", parameter)));
    }
}
