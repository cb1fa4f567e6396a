package vn.motcua.platform.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The one way in for JSON bodies: bounded, in time, read once as a tree, judged by the contract, then bound. */
@Component
class ContractBodyReader implements HttpMessageReader<Object> {

    private final EdgeProperties limits;
    private final ContractSchemas schemas;
    private final ContractBinder binder;
    private final LargeBodies workers;

    ContractBodyReader(EdgeProperties limits, ContractSchemas schemas, ContractBinder binder, LargeBodies workers) {
        this.limits = limits;
        this.schemas = schemas;
        this.binder = binder;
        this.workers = workers;
    }

    @Override
    public List<MediaType> getReadableMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    /** Also for other media types, so that no other reader tries its luck with them. */
    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return Contract.isOurs(type.toClass());
    }

    @Override
    public Flux<Object> read(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return Flux.error(new Problem(ProblemType.INTERNAL_ERROR));
    }

    @Override
    public Mono<Object> readMono(
            ResolvableType actual,
            ResolvableType type,
            ServerHttpRequest request,
            ServerHttpResponse response,
            Map<String, Object> hints) {
        return readMono(type, request, hints);
    }

    @Override
    public Mono<Object> readMono(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return Mono.defer(() -> {
            BodyHeaders.check(message.getHeaders(), limits);
            return bytes(message)
                    .flatMap(bytes -> workers.run(bytes.length, () -> judged(bytes, type.toClass(), message)));
        });
    }

    /** Only the reading is timed: what is done with the body has limits of its own. */
    private Mono<byte[]> bytes(ReactiveHttpInputMessage message) {
        var body = new BoundedBody(limits.bodyBytes());
        return message.getBody()
                .map(body::add)
                .then(Mono.fromSupplier(body::bytes))
                .timeout(limits.bodyTime())
                .onErrorMap(TimeoutException.class, slow -> new Problem(ProblemType.REQUEST_TIMEOUT))
                .filter(bytes -> bytes.length > 0);
    }

    private Object judged(byte[] bytes, Class<?> type, ReactiveHttpInputMessage message) {
        String schema = Contract.schemaName(type);
        JsonNode tree = StrictJson.read(bytes, schemas.isFree(schema));
        refuseIfAny(TextRules.errors(schema, tree));
        refuseIfAny(schemas.errors(schema, tree));
        if (message instanceof ServerHttpRequest request) {
            RequestDigest.remember(request, tree);
        }
        return binder.bind(tree, type);
    }

    private static void refuseIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }
}
