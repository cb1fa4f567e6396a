package vn.motcua.identity.web;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import reactor.core.publisher.Mono;

/** The public keys of an issuer. */
public interface SigningKeys {

    /** The keys that may have made this signature; none when the issuer has no such key. */
    Mono<List<JWK>> matching(JWSHeader header);

    /**
     * Further keys that may have made a signature which none of those tried has made: an issuer may publish another key under
     * the same name, or keys without names.
     */
    Mono<List<JWK>> otherThan(List<JWK> tried, JWSHeader header);

    /** Whether the key counts at this moment, as far as is known without asking anybody. */
    boolean include(JWK key);

    /** Keys that are at hand in this process. */
    static SigningKeys local(JWKSet keys) {
        JWKSet published = keys.toPublicJWKSet();
        return new SigningKeys() {
            @Override
            public Mono<List<JWK>> matching(JWSHeader header) {
                return Mono.just(select(published, header));
            }

            @Override
            public Mono<List<JWK>> otherThan(List<JWK> tried, JWSHeader header) {
                return Mono.just(List.of());
            }

            @Override
            public boolean include(JWK key) {
                return published.getKeys().contains(key);
            }
        };
    }

    static List<JWK> select(JWKSet keys, JWSHeader header) {
        return new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys);
    }
}
