package vn.motcua.reference.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.contract.ReferenceApi;
import vn.motcua.contract.ReferenceImportDto;
import vn.motcua.contract.ReferenceImportListDto;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.platform.web.Uploads;
import vn.motcua.reference.SourceFile;
import vn.motcua.reference.application.FindImports;
import vn.motcua.reference.application.ImportRegister.Begun;
import vn.motcua.reference.application.ImportRegister.Entry;
import vn.motcua.reference.application.ImportRegister.Place;
import vn.motcua.reference.application.StartImport;

/** HTTP for imports of reference data. Operators only. */
@RestController
class ReferenceImportController implements ReferenceApi {

    private static final String IMPORTS = "/api/v1/reference-imports";
    private static final String PART = "files";

    private final StartImport start;
    private final FindImports imports;
    private final Uploads uploads;
    private final Callers callers;
    private final Cursors cursors;
    private final InstantSource clock;

    ReferenceImportController(
            StartImport start,
            FindImports imports,
            Uploads uploads,
            Callers callers,
            Cursors cursors,
            InstantSource clock) {
        this.start = start;
        this.imports = imports;
        this.uploads = uploads;
        this.callers = callers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The parts are read from the exchange, once it is known that the caller may send any. */
    @Override
    public Mono<ReferenceImportDto> importReferenceData(
            Flux<Part> files, @Nullable String idempotencyKey, Boolean dryRun, ServerWebExchange exchange) {
        Optional<String> key = IdempotencyKey.optional(idempotencyKey);
        return operator(exchange)
                .flatMap(caller -> uploads.receive(exchange, PART, folder -> {
                    Instant moment = moment();
                    var upload = new StartImport.Upload(tables(folder.files()), folder::keep, folder::delete);
                    return start.start(caller, key, upload, dryRun, moment)
                            .flatMap(begun -> imports.find(begunImport(begun, exchange), moment))
                            .map(found -> dto(found, exchange));
                }));
    }

    @Override
    public Mono<ReferenceImportDto> getReferenceImport(UUID id, ServerWebExchange exchange) {
        return operator(exchange).flatMap(caller -> imports.find(id, moment())).map(found -> dto(found, exchange));
    }

    @Override
    public Mono<ReferenceImportListDto> listReferenceImports(
            Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        return operator(exchange).flatMap(caller -> {
            List<String> audience = List.of(IMPORTS, caller.subject());
            return imports.newest(Optional.ofNullable(cursor).map(text -> place(audience, text)), limit + 1, moment())
                    .map(found -> page(found, limit, audience, Language.of(exchange)));
        });
    }

    private ReferenceImportListDto page(List<Entry> found, int limit, List<String> audience, Language language) {
        List<Entry> items = found.subList(0, Math.min(limit, found.size()));
        return new ReferenceImportListDto(
                items.stream()
                        .map(entry -> ReferenceImportMapping.toDto(entry, language))
                        .toList(),
                found.size() > limit ? sealed(audience, items.getLast()) : null);
    }

    private Place place(List<String> audience, String cursor) {
        List<String> position = cursors.position(audience, cursor);
        return new Place(Instant.parse(position.getFirst()), UUID.fromString(position.getLast()));
    }

    private String sealed(List<String> audience, Entry last) {
        return cursors.seal(
                audience, List.of(last.requestedAt().toString(), last.id().toString()));
    }

    private Mono<Caller> operator(ServerWebExchange exchange) {
        return callers.of(exchange)
                .flatMap(caller -> caller.is(Role.OPERATOR)
                        ? Mono.just(caller)
                        : Mono.error(() -> new Problem(ProblemType.FORBIDDEN)));
    }

    private static Map<SourceFile, Path> tables(List<Uploads.Uploaded> files) {
        Map<SourceFile, Path> tables = new EnumMap<>(SourceFile.class);
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < files.size(); at++) {
            Path path = files.get(at).path();
            Optional<SourceFile> table = SourceFile.named(files.get(at).name());
            if (table.isEmpty() || tables.putIfAbsent(table.get(), path) != null) {
                errors.add(new FieldError("/" + PART + "/" + at, "invalid-value"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return tables;
    }

    private static UUID begunImport(Begun begun, ServerWebExchange exchange) {
        return switch (begun) {
            case Begun.Started(UUID id) -> located(id, exchange);
            case Begun.Replayed(UUID id) -> {
                exchange.getResponse().getHeaders().set("Idempotency-Replayed", "true");
                yield located(id, exchange);
            }
            case Begun.KeyReused() -> throw new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
            case Begun.Busy(UUID id) -> throw new Problem(ProblemType.IMPORT_RUNNING).with("import", id);
        };
    }

    private static UUID located(UUID id, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setLocation(URI.create(IMPORTS + "/" + id));
        return id;
    }

    private static ReferenceImportDto dto(Optional<Entry> found, ServerWebExchange exchange) {
        return found.map(entry -> ReferenceImportMapping.toDto(entry, Language.of(exchange)))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
    }

    /** The one moment of the request; of an import, when all of it has come in. */
    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
