package vn.motcua.identity.web;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client's token allows: {@code scope}, words with a space between (RFC 9068, 2.2.3), or {@code scp}, as some issuers
 * call it, as such words or a list of them.
 */
final class Scopes {

    /** RFC 6749, 3.3. */
    private static final Pattern WORD = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private Scopes() {}

    static Set<String> of(JWTClaimsSet token) {
        Object said = token.getClaim("scope") == null ? token.getClaim("scp") : token.getClaim("scope");
        List<String> words = switch (said) {
            case null -> List.of();
            case String text -> text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> throw TokenRefused.invalid();
        };
        if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
            throw TokenRefused.invalid();
        }
        return words.stream().collect(Collectors.toUnmodifiableSet());
    }
}
