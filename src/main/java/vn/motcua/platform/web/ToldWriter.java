package vn.motcua.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import reactor.core.publisher.Mono;

/** Writes an answer of the contract in words, where its operation offers plain text and the caller prefers that. */
final class ToldWriter implements HttpMessageWriter<Object> {

    private static final MediaType UTF_8 = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.TEXT_PLAIN);
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType mediaType) {
        return mediaType != null && MediaType.TEXT_PLAIN.includes(mediaType) && Contract.isOurs(type.toClass());
    }

    @Override
    public Mono<Void> write(
            Publisher<?> answers,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        return Mono.from(answers).cast(Told.class).flatMap(answer -> {
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            message.getHeaders().setContentType(UTF_8);
            message.getHeaders().setContentLength(text.length);
            return message.writeWith(Mono.just(message.bufferFactory().wrap(text)));
        });
    }
}
