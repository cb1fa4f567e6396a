package vn.motcua.identity.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import vn.motcua.identity.web.IdentityProperties.Issuer;

/**
 * Asks issuers for their keys over HTTP, where configuration says and nowhere else: what a token names is never called, and a
 * redirection is not followed.
 */
final class KeyServer {

    private static final Logger LOG = LoggerFactory.getLogger(KeyServer.class);
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

    /** One key that we do not understand does not take the others with it (RFC 7517, 5). */
    private static JWKSet publicKeys(String body) {
        try {
            List<Object> said = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(body), "keys");
            return new JWKSet(
                    said == null
                            ? List.of()
                            : said.stream().flatMap(KeyServer::publicKey).toList());
        } catch (ParseException notKeys) {
            throw new IllegalStateException(notKeys);
        }
    }

    private static Stream<JWK> publicKey(@Nullable Object said) {
        if (!(said instanceof Map<?, ?> key)) {
            return Stream.empty();
        }
        Map<String, Object> parameters = new HashMap<>();
        key.forEach((name, value) -> parameters.put(String.valueOf(name), value));
        try {
            return Stream.ofNullable(JWK.parse(parameters).toPublicJWK());
        } catch (ParseException | IllegalArgumentException | IllegalStateException unusable) {
            LOG.debug("A published key is left out: {}", unusable.toString());
            return Stream.empty();
        }
    }
}
