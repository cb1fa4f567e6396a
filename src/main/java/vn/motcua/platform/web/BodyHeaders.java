package vn.motcua.platform.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a body's headers say of it, judged before the first byte is read. */
final class BodyHeaders {

    private BodyHeaders() {}

    static void check(HttpHeaders headers, EdgeProperties limits) {
        if (BoundedBody.isHopeless(headers.getContentLength(), limits.bodyBytes())) {
            throw new Problem(ProblemType.PAYLOAD_TOO_LARGE);
        }
        List<String> encodings = headers.getValuesAsList(HttpHeaders.CONTENT_ENCODING);
        if (!encodings.stream().allMatch("identity"::equalsIgnoreCase)) {
            throw new Problem(ProblemType.UNSUPPORTED_ENCODING);
        }
        if (hasBody(headers) && !isJson(headers)) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isJson(HttpHeaders headers) {
        try {
            MediaType type = headers.getContentType();
            if (type == null || !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
                return false;
            }
            Charset charset = type.getCharset();
            return charset == null || charset.equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
