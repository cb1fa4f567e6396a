package vn.motcua.bench.twin;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.contract.DossierDto;
import vn.motcua.contract.DossierPageDto;
import vn.motcua.contract.FilingDto;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.QueueFilter;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.application.PlainFiling;
import vn.motcua.dossier.application.PlainFiling.Decided;
import vn.motcua.dossier.application.Request;
import vn.motcua.dossier.db.PlainStatements;
import vn.motcua.dossier.web.PlainWords;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Scope;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.EntityTag;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.PlainBodies;

/** Filing, one dossier and the desk's queue, with the contract's paths, statuses, headers and shapes. */
@RestController
class TwinController {

    private static final String DOSSIERS = "/api/v1/dossiers";

    private final Reference country;
    private final TwinDatabase database;
    private final PlainBodies bodies;
    private final Cursors cursors;
    private final InstantSource clock;
    private final JsonMapper json;
    private final PlainFiling filings = new PlainFiling();

    TwinController(
            Reference country,
            TwinDatabase database,
            PlainBodies bodies,
            Cursors cursors,
            InstantSource clock,
            JsonMapper json) {
        this.country = country;
        this.database = database;
        this.bodies = bodies;
        this.cursors = cursors;
        this.clock = clock;
        this.json = json;
    }

    @PostMapping(DOSSIERS)
    ResponseEntity<DossierDto> file(
            @RequestBody byte[] body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "Accept-Language", required = false) String accepted,
            @AuthenticationPrincipal Caller caller) {
        var judged = bodies.judged(body, FilingDto.class);
        Language language = PlainBodies.language(accepted);
        var request = new Request(
                caller, moment(), Optional.of(IdempotencyKey.required(key)), DOSSIERS + " " + judged.digest());
        Decided decided = filings.decide(
                        request,
                        PlainWords.filing(judged.body()),
                        country,
                        (view, known) -> json.writeValueAsString(PlainWords.dossier(view, known, language)))
                .orElseThrow();
        if (database.run(PlainStatements.filing(decided), row -> row.get("position", Integer.class))
                .isEmpty()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        var answer = decided.act().answer();
        return ResponseEntity.status(answer.status())
                .location(URI.create(DOSSIERS + "/" + answer.dossierId()))
                .eTag(EntityTag.of(answer.version()))
                .body(json.readValue(answer.body(), DossierDto.class));
    }

    @GetMapping(DOSSIERS + "/{id}")
    ResponseEntity<DossierDto> dossier(
            @PathVariable String id,
            @RequestHeader(name = "Accept-Language", required = false) String accepted,
            @AuthenticationPrincipal Caller caller) {
        DossierRef ref = DossierRef.parse(id).orElseThrow();
        return database.run(PlainStatements.dossier(ref, Scope.of(caller)), PlainStatements::dossier).stream()
                .findFirst()
                .map(view -> ResponseEntity.ok()
                        .eTag(EntityTag.of(view.dossier().version()))
                        .body(PlainWords.dossier(view, country, PlainBodies.language(accepted))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The first page. */
    @GetMapping("/api/v1/desk/dossiers")
    DossierPageDto queue(
            @RequestParam(defaultValue = "20") int limit,
            @RequestHeader(name = "Accept-Language", required = false) String accepted,
            @AuthenticationPrincipal Caller caller) {
        Language language = PlainBodies.language(accepted);
        var walk = new Walk(moment(), false, Optional.empty(), limit);
        var wanted = new Wanted(Scope.of(caller).agencies(), QueueFilter.OPEN, Set.of(), Span.ALL);
        Walk.Page page = walk.page(database.run(PlainStatements.queue(wanted, walk), PlainStatements::summary));
        return new DossierPageDto(
                page.dossiers().stream()
                        .map(summary -> PlainWords.summary(summary, country, language))
                        .toList(),
                page.hasAfter() ? sealed(caller, walk, page) : null,
                null);
    }

    private String sealed(Caller caller, Walk walk, Walk.Page page) {
        var last = page.dossiers().getLast().place();
        return cursors.seal(
                List.of("desk/dossiers", caller.subject(), caller.agencies().toString(), "", "", "", ""),
                List.of("next", walk.moment().toString(), last.at(), last.id().toString()));
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
