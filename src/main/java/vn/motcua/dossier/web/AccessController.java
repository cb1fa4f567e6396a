package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.AccessApi;
import vn.motcua.contract.AccessDto;
import vn.motcua.contract.AccessListDto;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Accesses.Kept;
import vn.motcua.dossier.application.Accesses.Place;
import vn.motcua.dossier.application.DossierRefused;
import vn.motcua.dossier.application.FindAccesses;
import vn.motcua.dossier.application.References;
import vn.motcua.identity.Caller;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for what staff saw of a dossier. */
@RestController
class AccessController implements AccessApi {

    private final FindAccesses accesses;
    private final References reference;
    private final Callers callers;
    private final Cursors cursors;
    private final Answers answers;

    AccessController(FindAccesses accesses, References reference, Callers callers, Cursors cursors, Answers answers) {
        this.accesses = accesses;
        this.reference = reference;
        this.callers = callers;
        this.cursors = cursors;
        this.answers = answers;
    }

    /** One more than asked for is read: it tells whether there is a next page. */
    @Override
    public Mono<AccessListDto> listDossierAccesses(
            String id, Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        DossierRef ref = DossierRef.parse(id).orElseThrow(() -> new Problem(ProblemType.MALFORMED_ID));
        Instant moment = answers.moment();
        return callers.of(exchange)
                .flatMap(caller -> {
                    List<String> audience = audience(caller, ref);
                    return accesses.of(
                                    ref,
                                    caller,
                                    Optional.ofNullable(cursor).map(text -> place(audience, text)),
                                    limit + 1,
                                    moment)
                            .flatMap(found -> reference.current().map(known -> page(found, limit, audience, known)));
                })
                .onErrorMap(DossierRefused.class, DossierProblems::of);
    }

    private AccessListDto page(List<Kept> found, int limit, List<String> audience, Reference known) {
        List<Kept> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? cursors.seal(audience, text(shown.getLast().place()))
                : null;
        return new AccessListDto(shown.stream().map(one -> toDto(one, known)).toList(), next);
    }

    private static AccessDto toDto(Kept access, Reference known) {
        return new AccessDto(
                        DossierMapping.at(access.place().at()),
                        access.user(),
                        AccessDto.RoleEnum.valueOf(access.role().name()),
                        AccessDto.PurposeEnum.valueOf(access.purpose().name()))
                .agency(access.agency()
                        .map(agency -> DossierMapping.agency(agency, known))
                        .orElse(null));
    }

    private static List<String> audience(Caller caller, DossierRef ref) {
        return List.of("dossiers/accesses", caller.subject(), ref.toString());
    }

    private static List<String> text(Place place) {
        return List.of(place.at().toString(), String.valueOf(place.id()));
    }

    private Place place(List<String> audience, String cursor) {
        List<String> parts = cursors.position(audience, cursor);
        return new Place(Instant.parse(parts.getFirst()), Long.parseLong(parts.getLast()));
    }
}
