package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.RoutingApi;
import vn.motcua.contract.RoutingExceptionListDto;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.FindRoutingExceptions;
import vn.motcua.dossier.application.References;
import vn.motcua.dossier.application.RoutingExceptions.Open;
import vn.motcua.dossier.application.RoutingExceptions.Place;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Cursors;

/** HTTP for the queue of dossiers that procedure and place lead nowhere. */
@RestController
class RoutingController implements RoutingApi {

    private static final String PATH = "/api/v1/desk/routing-exceptions";

    private final FindRoutingExceptions exceptions;
    private final References reference;
    private final Callers callers;
    private final Cursors cursors;

    RoutingController(FindRoutingExceptions exceptions, References reference, Callers callers, Cursors cursors) {
        this.exceptions = exceptions;
        this.reference = reference;
        this.callers = callers;
        this.cursors = cursors;
    }

    /** One more than asked for is read: it tells whether there is a next page. */
    @Override
    public Mono<RoutingExceptionListDto> listRoutingExceptions(
            Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        return callers.of(exchange)
                .flatMap(caller -> exceptions
                        .open(caller, Optional.ofNullable(cursor).map(text -> place(caller, text)), limit + 1)
                        .flatMap(found -> reference.current().map(known -> page(found, limit, caller, known))))
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    private RoutingExceptionListDto page(List<Open> found, int limit, Caller caller, Reference known) {
        List<Open> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? cursor(caller, shown.getLast().place()) : null;
        return new RoutingExceptionListDto(
                shown.stream().map(one -> RoutingMapping.toDto(one, known)).toList(), next);
    }

    private String cursor(Caller caller, Place place) {
        return cursors.seal(
                audience(caller), List.of(place.filedAt().toString(), place.id().toString()));
    }

    private Place place(Caller caller, String cursor) {
        List<String> parts = cursors.position(audience(caller), cursor);
        return new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
    }

    /** Whoever is placed elsewhere meanwhile has another list. */
    private static List<String> audience(Caller caller) {
        String agencies =
                caller.agencies().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return List.of(PATH, caller.subject(), agencies);
    }
}
