package vn.motcua.deadline.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import vn.motcua.deadline.Language;

/** The language that a caller prefers. */
final class AcceptLanguage {

    private AcceptLanguage() {}

    /** Vietnamese when nothing was asked for, or nothing that can be read. */
    static Language of(ServerWebExchange exchange) {
        String wanted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.isBlank()) {
            return Language.VIETNAMESE;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(wanted), List.of("vi", "en"));
            return "en".equals(best) ? Language.ENGLISH : Language.VIETNAMESE;
        } catch (IllegalArgumentException unreadable) {
            return Language.VIETNAMESE;
        }
    }
}
