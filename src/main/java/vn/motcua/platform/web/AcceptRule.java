package vn.motcua.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

/** What a caller asks for, less what no answer can be: other encodings, what is ruled out, an answer called a problem. */
final class AcceptRule implements RequestedContentTypeResolver {

    private static final int LONGEST = 50;

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        List<MediaType> accepted = accepted(exchange);
        if (accepted.isEmpty()) {
            return MEDIA_TYPE_ALL_LIST;
        }
        boolean noJson = accepted.stream().anyMatch(type -> isRuledOut(type) && isJson(type));
        List<MediaType> wanted = accepted.stream()
                .filter(type -> !isRuledOut(type) && isUtf8(type) && !namesOnlyProblems(type))
                .filter(type -> !(noJson && type.includes(APPLICATION_JSON)))
                .map(type -> new MediaType(type.getType(), type.getSubtype(), type.getQualityValue()))
                .toList();
        if (wanted.isEmpty() || wanted.size() > LONGEST) {
            throw new NotAcceptableStatusException(List.of(APPLICATION_JSON));
        }
        return sorted(wanted);
    }

    private static List<MediaType> accepted(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            throw new NotAcceptableStatusException(List.of(APPLICATION_JSON));
        }
    }

    private static boolean isRuledOut(MediaType type) {
        return type.getQualityValue() == 0;
    }

    private static boolean isJson(MediaType type) {
        return type.equalsTypeAndSubtype(APPLICATION_JSON);
    }

    private static boolean isUtf8(MediaType type) {
        String charset = type.getParameter("charset");
        return charset == null || charset.replace("\"", "").equalsIgnoreCase(UTF_8.name());
    }

    private static boolean namesOnlyProblems(MediaType type) {
        return type.includes(APPLICATION_PROBLEM_JSON) && !type.includes(APPLICATION_JSON);
    }

    private static List<MediaType> sorted(List<MediaType> types) {
        var bySpecificity = new ArrayList<>(types);
        MimeTypeUtils.sortBySpecificity(bySpecificity);
        return bySpecificity;
    }
}
