package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;
import vn.motcua.identity.web.IdentityProperties.Algorithm;
import vn.motcua.identity.web.IdentityProperties.Issuer;
import vn.motcua.platform.StartRefused;

class IdentityPropertiesTest {

    private static final String FIRST = "motcua.identity.issuers[0].";

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty(FIRST + "name", "portal")
            .withProperty(FIRST + "issuer", "https://id.example")
            .withProperty(FIRST + "jwks", "https://id.example/keys")
            .withProperty(FIRST + "audience", "motcua")
            .withProperty(FIRST + "kinds", "CITIZEN");

    @Test
    void readsAnIssuerFromTheConfiguration() {
        environment
                .withProperty(FIRST + "claims.citizen-number", "cccd")
                .withProperty(FIRST + "claims.authentication-level", "acr");
        Issuer issuer = bound().issuers().getFirst();
        assertThat(issuer.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(issuer.algorithms()).containsExactlyInAnyOrder(Algorithm.values());
        assertThat(issuer.types()).isEqualTo(Set.of("JWT", "at+jwt"));
        assertThat(issuer.claims().citizenNumber()).isEqualTo("cccd");
        assertThat(issuer.claims().authenticationLevel()).isEqualTo("acr");
        assertThat(issuer.claims().name()).isEqualTo("HoVaTen");
    }

    @Test
    void readsWhatAnIssuerMayDoOtherwise() {
        environment
                .withProperty(FIRST + "algorithms", "ES256,EdDSA")
                .withProperty(FIRST + "clock-skew", "0s")
                .withProperty(FIRST + "types", "at+jwt");
        Issuer issuer = bound().issuers().getFirst();
        assertThat(issuer.algorithms()).containsExactlyInAnyOrder(Algorithm.ES256, Algorithm.EDDSA);
        assertThat(issuer.clockSkew()).isZero();
        assertThat(issuer.types()).containsExactly("at+jwt");
    }

    /** Empty means that the setting is not there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuers[0].name |",
                "issuers[0].name | The Portal",
                "issuers[0].issuer |",
                "issuers[0].issuer | 'https://id.example/a|b'",
                "issuers[0].issuer | https://id.example/a b",
                "issuers[0].issuer | 'https://id.example/\u0007b'",
                "issuers[0].audience |",
                "issuers[0].kinds |",
                "issuers[0].kinds | CITIZEN,STAFF",
                "issuers[0].kinds | CITIZEN,MACHINE",
                "issuers[0].kinds | BISHOP",
                "issuers[0].jwks |",
                "issuers[0].jwks | http://id.example/keys",
                "issuers[0].jwks | /keys",
                "issuers[0].jwks | file:///etc/keys",
                "issuers[0].jwks | https://user@id.example/keys",
                "issuers[0].metadata | https://id.example/.well-known/openid-configuration",
                "issuers[0].algorithms | HS256",
                "issuers[0].algorithms | none",
                "issuers[0].algorithms | RS512",
                "issuers[0].clock-skew | 61s",
                "issuers[0].clock-skew | -1s",
                "issuers[0].clock-skew | soon",
                "issuers[0].types | application/at+jwt",
                "issuers[0].claims | ''",
                "issuers[0].audiance | motcua",
                "clock-skew | 30s",
                "key-age | 9m",
                "key-age | 8d",
                "remember-for | 16m",
                "remember-for | -1s",
                "remembered-tokens | -1",
            })
    void startsWithNoWrongSettingAndNamesIt(String property, String value) {
        var runner = new ApplicationContextRunner().withUserConfiguration(Configured.class);
        for (String name :
                new String[] {FIRST + "name", FIRST + "issuer", FIRST + "jwks", FIRST + "audience", FIRST + "kinds"}) {
            if (!name.endsWith(property)) {
                runner = runner.withPropertyValues(name + "=" + environment.getProperty(name));
            }
        }
        String wrong = "motcua.identity." + property;
        if ("".equals(value)) {
            runner = runner.withPropertyValues(wrong + ".name=");
        } else if (value != null) {
            runner = runner.withPropertyValues(wrong + "=" + value);
        }
        runner.run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .satisfies(failure -> assertThat(said(failure)).contains(property)));
    }

    @Test
    void saysEveryFaultInOneLine() {
        environment.withProperty(FIRST + "audience", " ").withProperty(FIRST + "clock-skew", "2m");
        assertThatThrownBy(this::bound)
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessage("""
                    Motcua cannot start with these settings of issuers: \
                    motcua.identity.issuers[0].audience is missing; \
                    motcua.identity.issuers[0].clock-skew must lie between 0 and 60 seconds\
                    """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "issuer"})
    void tellsTwoIssuersApart(String property) {
        for (String name : new String[] {"jwks", "audience", "kinds"}) {
            environment.withProperty(
                    "motcua.identity.issuers[1]." + name, String.valueOf(environment.getProperty(FIRST + name)));
        }
        environment
                .withProperty("motcua.identity.issuers[1].name", "other")
                .withProperty("motcua.identity.issuers[1].issuer", "https://other.example")
                .withProperty(
                        "motcua.identity.issuers[1]." + property,
                        String.valueOf(environment.getProperty(FIRST + property)));
        assertThatThrownBy(this::bound)
                .rootCause()
                .hasMessageContaining("motcua.identity.issuers[1]." + property + " is the same as that of issuers[0]");
    }

    private IdentityProperties bound() {
        return Binder.get(environment).bindOrCreate("motcua.identity", IdentityProperties.class);
    }

    private static String said(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    @EnableConfigurationProperties(IdentityProperties.class)
    static class Configured {}
}
