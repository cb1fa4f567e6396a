package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a client's token allows, however its issuer writes it. */
class ScopesTest {

    private static Set<String> of(String claim, Object value) {
        return Scopes.of(new JWTClaimsSet.Builder().claim(claim, value).build());
    }

    @Test
    void wordsWithASpaceBetweenOrAListOfThem() {
        assertThat(of("scope", "a:b c")).containsExactlyInAnyOrder("a:b", "c");
        assertThat(of("scp", "a:b c")).containsExactlyInAnyOrder("a:b", "c");
        assertThat(of("scp", List.of("a:b", "c"))).containsExactlyInAnyOrder("a:b", "c");
        assertThat(of("other", "a")).isEmpty();
        assertThat(of("scope", "")).isEmpty();
    }

    @Test
    void whatIsNoScopeRefusesTheToken() {
        for (Object wrong : List.of("a  b", " a", "a\tb", "a\"b", "a\\b", "é", 7, List.of("a b"))) {
            assertThatThrownBy(() -> of("scope", wrong)).as("%s", wrong).isInstanceOf(TokenRefused.class);
        }
    }
}
