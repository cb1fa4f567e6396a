package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import vn.motcua.identity.web.IdentityProperties.Issuer;

/**
 * Asks issuers for their keys over HTTP, where configuration says and nowhere else: what a token names is never called, and a
 * redirection is not followed.
 */
final class KeyServer {

    private static final int LONGEST_ANSWER = 256 * 1024;

    private final WebClient http = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
            .build();

    /** The public keys that an issuer publishes now, at least one; an error otherwise. */
    Mono<JWKSet> keys(Issuer issuer) {
        URI jwks = issuer.jwks();
        URI metadata = issuer.metadata();
        return (jwks == null && metadata != null ? discover(issuer, metadata) : Mono.justOrEmpty(jwks))
                .flatMap(this::get)
                .map(KeyServer::publicKeys)
                .filter(keys -> !keys.isEmpty())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The issuer published no key")));
    }

    /** Metadata of another issuer is not believed (OpenID Connect Discovery, 4.3). */
    private Mono<URI> discover(Issuer issuer, URI metadata) {
        return get(metadata).map(body -> {
            try {
                Map<String, Object> said = JSONObjectUtils.parse(body);
                URI jwks = JSONObjectUtils.getURI(said, "jwks_uri");
                if (!issuer.issuer().equals(said.get("issuer")) || jwks == null || !IssuerRules.isSafe(jwks)) {
                    throw new IllegalStateException(
                            "The metadata is another issuer's, or names no safe address of keys");
                }
                return jwks;
            } catch (ParseException notMetadata) {
                throw new IllegalStateException(notMetadata);
            }
        });
    }

    private Mono<String> get(URI address) {
        return http.get()
                .uri(address)
                .exchangeToMono(answer -> answer.statusCode().value() == 200
                        ? answer.bodyToMono(String.class)
                        : answer.releaseBody()
                                .then(Mono.error(
                                        () -> new IllegalStateException("It answered " + answer.statusCode()))));
    }

    private static JWKSet publicKeys(String body) {
        try {
            return JWKSet.parse(body).toPublicJWKSet();
        } catch (ParseException notKeys) {
            throw new IllegalStateException(notKeys);
        }
    }
}
