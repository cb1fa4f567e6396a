package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The authorization-code flow with PKCE (RFC 6749, 4.1; RFC 7636), as an app and its user's browser go through it. */
final class SignIn {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String BACK = "http://localhost/signed-in";

    private SignIn() {}

    /** Access and refresh token of a user of the app. */
    static JsonNode of(RunningKeycloak keycloak, String user, String password) {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        HttpResponse<String> page = RunningKeycloak.get(keycloak.issuer("citizens") + "/protocol/openid-connect/auth?"
                + RunningKeycloak.form(Map.of(
                        "response_type", "code",
                        "client_id", "app",
                        "redirect_uri", BACK,
                        "scope", "openid",
                        "state", "here",
                        "code_challenge_method", "S256",
                        "code_challenge", challenge(verifier))));
        String address = found(FORM, page.body()).replace("&amp;", "&");
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
        HttpResponse<String> signedIn =
                RunningKeycloak.post(address, Map.of("username", user, "password", password), cookies);
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
        String location = signedIn.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK);
        return keycloak.grant(
                "citizens",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "app",
                        "redirect_uri",
                        BACK,
                        "code",
                        found(CODE, location),
                        "code_verifier",
                        verifier));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
