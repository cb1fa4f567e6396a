package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.identity.web.TokenFixtures.AGENCIES_KEY;
import static vn.motcua.identity.web.TokenFixtures.CITIZENS_KEY;
import static vn.motcua.identity.web.TokenFixtures.NOW;
import static vn.motcua.identity.web.TokenFixtures.checker;
import static vn.motcua.identity.web.TokenFixtures.citizen;
import static vn.motcua.identity.web.TokenFixtures.clerk;
import static vn.motcua.identity.web.TokenFixtures.header;
import static vn.motcua.identity.web.TokenFixtures.rsa;
import static vn.motcua.identity.web.TokenFixtures.signed;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;

class TokenCheckerTest {

    @Test
    void knowsACitizenByTheirToken() {
        Caller caller = check(signed(CITIZENS_KEY, citizen()));
        assertThat(caller.subject()).isEqualTo("https://citizens.example|somebody");
        assertThat(caller.roles()).containsExactly(Role.CITIZEN);
        assertThat(caller.person())
                .contains(new Person(Person.Kind.CITIZEN, "042090001234", "Nguyễn Văn Mẫu", "1990-05-17"));
    }

    @Test
    void knowsAnOrganisationAndAForeigner() {
        var company = citizen()
                .claim("LoaiTaiKhoan", 2)
                .claim("MaSoThue", "3001234567")
                .claim("TenDoanhNghiep", "Công ty Mẫu");
        var foreigner = citizen().claim("SoDinhDanh", null).claim("SoDinhDanhNguoiNuocNgoai", "NN042000777");
        assertThat(check(signed(CITIZENS_KEY, company)).person())
                .contains(new Person(Person.Kind.ORGANISATION, "3001234567", "Công ty Mẫu", ""));
        assertThat(check(signed(CITIZENS_KEY, foreigner)).person().orElseThrow().kind())
                .isEqualTo(Person.Kind.FOREIGNER);
    }

    @Test
    void knowsAClerkAndTheirAgencies() {
        Caller caller = check(signed(AGENCIES_KEY, clerk()));
        assertThat(caller.roles()).containsExactly(Role.CLERK);
        assertThat(caller.agencies()).isEqualTo(Set.of(7, 8));
        assertThat(caller.person()).isEmpty();
    }

    @Test
    void letsTheCitizensIssuerMakeNoClerk() {
        var inventive = citizen().claim("roles", List.of("clerk", "auditor")).claim("agencies", List.of(7));
        Caller caller = check(signed(CITIZENS_KEY, inventive));
        assertThat(caller.roles()).containsExactly(Role.CITIZEN);
        assertThat(caller.agencies()).isEmpty();
    }

    @Test
    void letsTheAgenciesIssuerMakeNoCitizen() {
        var inventive = clerk().claim("roles", List.of("citizen"))
                .claim("LoaiTaiKhoan", 1)
                .claim("SoDinhDanh", "042090001234");
        Caller caller = check(signed(AGENCIES_KEY, inventive));
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.person()).isEmpty();
    }

    @Test
    void givesAClientWithoutAPersonNoRole() {
        assertThat(check(signed(CITIZENS_KEY, citizen().claim("LoaiTaiKhoan", null)))
                        .roles())
                .isEmpty();
    }

    @Test
    void refusesTheKeyOfAnotherIssuer() {
        assertInvalid(signed(AGENCIES_KEY, citizen()));
        assertInvalid(signed(rsa("c1", 2048), citizen()));
    }

    @Test
    void refusesWhatSignsNothing() throws Exception {
        assertInvalid(new PlainJWT(citizen().build()).serialize());
        byte[] publicKey = CITIZENS_KEY.toRSAPublicKey().getEncoded();
        assertInvalid(signed(header(JWSAlgorithm.HS256, "c1"), new MACSigner(publicKey), citizen()));
    }

    @Test
    void refusesAnAlgorithmThatIsNotListed() throws Exception {
        assertInvalid(signed(header(JWSAlgorithm.RS512, "c1"), new RSASSASigner(CITIZENS_KEY), citizen()));
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws Exception {
        var own = rsa("own", 2048);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build();
        assertInvalid(signed(header, new RSASSASigner(own), citizen()));
    }

    @Test
    void refusesShortRsaKeys() throws Exception {
        var weak = rsa("weak", 1024);
        assertThatThrownBy(() -> checker(new JWKSet(weak))
                        .check(signed(
                                header(JWSAlgorithm.RS256, "weak"),
                                new RSASSASigner(weak.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())),
                                citizen()))
                        .block())
                .hasMessage("invalid-token");
    }

    @Test
    void believesEveryListedAlgorithm() throws Exception {
        var curve = new ECKeyGenerator(Curve.P_256).keyID("e1").generate();
        var keys = checker(new JWKSet(List.of(CITIZENS_KEY, curve)));
        var ps256 = signed(header(JWSAlgorithm.PS256, "c1"), new RSASSASigner(CITIZENS_KEY), citizen());
        var es256 = signed(header(JWSAlgorithm.ES256, "e1"), new ECDSASigner(curve), citizen());
        assertThat(keys.check(ps256).block()).isNotNull();
        assertThat(keys.check(es256).block()).isNotNull();
    }

    @Test
    void believesEd25519() throws Exception {
        for (int round = 0; round < 8; round++) {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = new OctetKeyPair.Builder(
                            Curve.Ed25519, Base64URL.encode(littleEndian((EdECPublicKey) pair.getPublic())))
                    .keyID("ed")
                    .build();
            var unsigned = Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}") + "."
                    + Base64URL.encode(citizen().build().toString());
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(unsigned.getBytes());
            var token = unsigned + "." + Base64URL.encode(signature.sign());
            assertThat(checker(new JWKSet(key)).check(token).block()).isNotNull();
        }
    }

    private static byte[] littleEndian(EdECPublicKey key) {
        byte[] big = key.getPoint().getY().toByteArray();
        byte[] little = new byte[32];
        for (int at = 0; at < Math.min(32, big.length); at++) {
            little[at] = big[big.length - 1 - at];
        }
        if (key.getPoint().isXOdd()) {
            little[31] |= (byte) 0x80;
        }
        return little;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://citizens.example/",
                "https://CITIZENS.example",
                "https://citizens.example@evil.example",
                "",
            })
    void comparesTheIssuerLetterByLetter(String issuer) {
        assertInvalid(signed(CITIZENS_KEY, citizen().issuer(issuer)));
    }

    @Test
    void refusesAnotherAudienceAndNoAudience() {
        assertInvalid(signed(CITIZENS_KEY, citizen().audience("other")));
        assertInvalid(signed(CITIZENS_KEY, citizen().audience((String) null)));
        assertThat(check(signed(CITIZENS_KEY, citizen().audience(List.of("other", "motcua")))))
                .isNotNull();
    }

    @Test
    void forgivesHalfAMinuteOfClockDifferenceAndNoMore() {
        assertThat(check(signed(CITIZENS_KEY, citizen().expirationTime(at(-29)))))
                .isNotNull();
        assertRefused(signed(CITIZENS_KEY, citizen().expirationTime(at(-30))), "token-expired");
        assertThat(check(signed(CITIZENS_KEY, citizen().notBeforeTime(at(30))))).isNotNull();
        assertInvalid(signed(CITIZENS_KEY, citizen().notBeforeTime(at(31))));
        assertInvalid(signed(CITIZENS_KEY, citizen().issueTime(at(31))));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        assertInvalid(signed(CITIZENS_KEY, citizen().expirationTime(null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat"})
    void refusesMomentsThatTurnRound(String claim) {
        for (long moment : new long[] {9_000_000_000_000_000_000L, 253_402_300_800L, -1}) {
            assertInvalid(signed(CITIZENS_KEY, citizen().claim(claim, moment)));
        }
    }

    @Test
    void saysExpiredOnlyOfATokenThatWasGoodOnce() {
        assertRefused(signed(CITIZENS_KEY, citizen().expirationTime(at(-3600))), "token-expired");
        assertInvalid(signed(rsa("c1", 2048), citizen().expirationTime(at(-3600))));
        assertInvalid(signed(CITIZENS_KEY, citizen().audience("other").expirationTime(at(-3600))));
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("cnf", "x").expirationTime(at(-3600))));
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("at_hash", "x").expirationTime(at(-3600))));
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("SoDinhDanh", "123").expirationTime(at(-3600))));
    }

    @Test
    void refusesATokenOfAnotherType() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("c1")
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        assertInvalid(signed(header, new RSASSASigner(CITIZENS_KEY), citizen()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jkt", "x5t#S256", "jwk", "kid"})
    void refusesATokenBoundToAKeySentAsIfForAnyBearer(String confirmation) {
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("cnf", Map.of(confirmation, "x"))));
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("cnf", "x")));
    }

    @Test
    void refusesClaimsOfTheWrongShape() {
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("SoDinhDanh", "123")));
        assertInvalid(signed(CITIZENS_KEY, citizen().claim("HoVaTen", List.of("a"))));
        assertInvalid(signed(CITIZENS_KEY, citizen().subject(" ")));
        assertInvalid(signed(AGENCIES_KEY, clerk().claim("roles", "clerk")));
        assertInvalid(signed(AGENCIES_KEY, clerk().claim("agencies", List.of("7"))));
        assertInvalid(signed(AGENCIES_KEY, clerk().claim("agencies", List.of(1L << 40))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "eyJhbGciOiJSUzI1NiJ9.bnVsbA.AA"})
    void refusesRubbish(String token) {
        assertInvalid(token);
    }

    private static Caller check(String token) {
        return checker().check(token).block();
    }

    private static void assertInvalid(String token) {
        assertRefused(token, "invalid-token");
    }

    private static void assertRefused(String token, String slug) {
        assertThatThrownBy(() -> check(token)).isInstanceOf(TokenRefused.class).hasMessage(slug);
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
