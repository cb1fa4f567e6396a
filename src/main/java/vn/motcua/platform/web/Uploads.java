package vn.motcua.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.codec.Hints;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Files that come as parts of a form: written to a folder of their own while they come in, and gone with it. */
@Component
public class Uploads {

    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, Part.class);

    private final EdgeProperties limits;
    private final UploadFolder place;
    private final ServerCodecConfigurer codecs;

    Uploads(EdgeProperties limits, UploadFolder place, ServerCodecConfigurer codecs) {
        this.limits = limits;
        this.place = place;
        this.codecs = codecs;
    }

    /**
     * A file that has come in whole.
     *
     * @param name as the sender calls it; never part of the path
     */
    public record Uploaded(String name, Path path) {}

    /** What came in with one request. It is deleted when the request ends, unless somebody keeps it. */
    public static final class Folder {

        private final Path path;
        private final List<Uploaded> files = new ArrayList<>();
        private final AtomicBoolean kept = new AtomicBoolean();

        private Folder(Path path) {
            this.path = path;
        }

        /** In the order in which they came. */
        public List<Uploaded> files() {
            return List.copyOf(files);
        }

        /** From now on whoever keeps it deletes it. */
        public void keep() {
            kept.set(true);
        }

        /** Deletes the folder and all that is in it. Saying it twice does nothing. */
        public void delete() {
            try {
                FileSystemUtils.deleteRecursively(path);
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }

        private void deleteUnlessKept() {
            if (!kept.get()) {
                delete();
            }
        }
    }

    /**
     * Receives every file of a form, then hands them on. The form may have parts of one name only.
     *
     * @param part the name
     * @throws Problem through the result, when anything else comes, too much, or nothing
     */
    public <T> Mono<T> receive(ServerWebExchange exchange, String part, Function<Folder, Mono<T>> use) {
        return Mono.defer(() -> {
            checkHeaders(exchange.getRequest().getHeaders());
            return Mono.usingWhen(
                    blocking(() -> new Folder(place.create())),
                    folder -> stored(exchange, part, folder).then(Mono.defer(() -> use.apply(folder))),
                    folder -> blocking(() -> {
                        folder.deleteUnlessKept();
                        return folder;
                    }));
        });
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private void checkHeaders(HttpHeaders headers) {
        if (headers.getContentLength() > limits.upload().toBytes()) {
            throw new Problem(ProblemType.PAYLOAD_TOO_LARGE);
        }
        if (!headers.getValuesAsList(HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase)) {
            throw new Problem(ProblemType.UNSUPPORTED_ENCODING);
        }
    }

    /** The framework writes parts to its own files while they come in; those of a form that breaks off it deletes itself. */
    private Mono<Void> stored(ServerWebExchange exchange, String part, Folder folder) {
        return Mono.usingWhen(
                form(exchange),
                form -> Flux.fromIterable(filesOf(form, part))
                        .concatMap(file -> stored(file, folder))
                        .then(),
                form -> Flux.fromStream(form.values().stream().flatMap(List::stream))
                        .concatMap(Part::delete)
                        .then());
    }

    /** Not the exchange's own form, whose length nobody would count. */
    private Mono<MultiValueMap<String, Part>> form(ServerWebExchange exchange) {
        var counted = new CountedRequest(exchange.getRequest(), limits.upload().toBytes());
        return codecs.getReaders().stream()
                .filter(reader -> reader.canRead(FORM, MediaType.MULTIPART_FORM_DATA))
                .findFirst()
                .orElseThrow()
                .readMono(FORM, counted, Hints.none())
                .map(Uploads::form)
                .onErrorMap(DecodingException.class, broken -> new Problem(ProblemType.INVALID_REQUEST));
    }

    @SuppressWarnings("unchecked")
    private static MultiValueMap<String, Part> form(Object read) {
        return (MultiValueMap<String, Part>) read;
    }

    private static List<FilePart> filesOf(MultiValueMap<String, Part> form, String name) {
        List<Part> parts = form.getOrDefault(name, List.of());
        List<FieldError> errors = new ArrayList<>();
        if (form.keySet().stream().anyMatch(other -> !other.equals(name))) {
            errors.add(new FieldError("", "unknown-field"));
        }
        if (parts.isEmpty()) {
            errors.add(new FieldError("/" + name, "missing-field"));
        }
        IntStream.range(0, parts.size())
                .filter(at -> !(parts.get(at) instanceof FilePart))
                .forEach(at -> errors.add(new FieldError("/" + name + "/" + at, "wrong-type")));
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return parts.stream().map(FilePart.class::cast).toList();
    }

    private static Mono<Void> stored(FilePart file, Folder folder) {
        Path path = folder.path.resolve("part-" + folder.files.size());
        folder.files.add(new Uploaded(file.filename(), path));
        return file.transferTo(path);
    }
}
