package vn.motcua.platform.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** The two languages in which the service speaks to people. */
public enum Language {
    VI("vi"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** What the caller of a request prefers. */
    public static Language of(ServerWebExchange exchange) {
        return of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** What the caller prefers; Vietnamese when nothing, or nothing that can be read, was asked for. */
    static Language of(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return VI;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(wanted), List.of(VI.tag, EN.tag));
            return EN.tag.equals(best) ? EN : VI;
        } catch (IllegalArgumentException unreadable) {
            return VI;
        }
    }
}
