package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Kind;

class IdentityPropertiesTest {

    @Test
    void readsAnIssuerFromTheConfiguration() {
        var environment = new MockEnvironment()
                .withProperty("motcua.identity.issuers[0].name", "portal")
                .withProperty("motcua.identity.issuers[0].issuer", "https://id.example")
                .withProperty("motcua.identity.issuers[0].jwks", "https://id.example/keys")
                .withProperty("motcua.identity.issuers[0].audience", "motcua")
                .withProperty("motcua.identity.issuers[0].kinds", "CITIZEN")
                .withProperty("motcua.identity.issuers[0].claims.citizen-number", "cccd");
        var bound = Binder.get(environment).bindOrCreate("motcua.identity", IdentityProperties.class);
        assertThat(bound.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bound.issuers()).hasSize(1);
        assertThat(bound.issuers().getFirst().claims().citizenNumber()).isEqualTo("cccd");
        assertThat(bound.issuers().getFirst().claims().name()).isEqualTo("HoVaTen");
    }

    @Test
    void letsNoIssuerVouchForCitizensAndStaff() {
        assertThatThrownBy(() -> issuer(Set.of(Kind.CITIZEN, Kind.STAFF)))
                .hasMessageContaining("cannot vouch for staff");
    }

    @Test
    void needsAKindOfCaller() {
        assertThatThrownBy(() -> issuer(Set.of())).hasMessageContaining("kinds");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 61})
    void forgivesAtMostAMinute(long seconds) {
        assertThatThrownBy(() -> new IdentityProperties(List.of(), Duration.ofSeconds(seconds)))
                .hasMessageContaining("between 0 and 60 seconds");
    }

    private static IdentityProperties.Issuer issuer(Set<Kind> kinds) {
        return new IdentityProperties.Issuer(
                "portal",
                "https://id.example",
                URI.create("https://id.example/keys"),
                "motcua",
                kinds,
                Claims.standard(),
                IdentityProperties.Assignments.CLAIMS);
    }
}
