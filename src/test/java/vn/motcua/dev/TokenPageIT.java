package vn.motcua.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** The page that a newcomer picks somebody from. */
@MovableClockIT
class TokenPageIT {

    private static final Pattern COMMAND = Pattern.compile("curl -sf \"http://localhost:[0-9]+(/dev/token[^\"]*)\"");
    private static final Pattern LOADED = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
        clock.moveTo("2027-09-02T09:00");
    }

    @Test
    void everyPersonaStandsThereWithWhatTheyMayDo() {
        assertThat(Stream.concat(Cast.citizens().stream(), Cast.staff().stream()))
                .allSatisfy(
                        member -> assertThat(page()).contains(member.vi(), member.en(), member.mayVi(), member.mayEn()))
                .extracting(Cast.Member::persona)
                .contains(Persona.values());
    }

    @Test
    void everyCommandOnThePageGivesAToken() {
        List<String> paths = found(COMMAND);
        assertThat(paths)
                .hasSizeGreaterThanOrEqualTo(Persona.values().length)
                .allSatisfy(path -> assertThat(
                                send(path.replace("&amp;", "&")).is(200).text().split("\\."))
                        .hasSize(3));
    }

    @Test
    void everyCitizenMaySignInMoreStrongly() {
        assertThat(Pattern.compile("<input name=\"session\" value=\"2\"")
                        .matcher(page())
                        .results())
                .hasSize(Cast.citizens().size());
    }

    @Test
    void agesAreThoseOfTheServicesClock() {
        assertThat(page()).contains("Nguyễn Thị Bé Mẫu, 042322000111, 2022-09-02 (5 tuổi)");
    }

    @Test
    void itLoadsNothingFromElsewhere() {
        assertThat(found(LOADED)).allMatch(address -> address.matches("/[a-z.-]*(?:/[a-z.-]+)*|data:,"));
        Reply reply = sendForPage();
        assertThat(reply.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "http");
        assertThat(page()).doesNotContain("<style", "style=", "onclick", "<script>");
    }

    @ParameterizedTest
    @CsvSource({"token.css, text/css", "token.js, text/javascript"})
    void whatItLoadsIsThere(String file, String type) {
        assertThat(send("/dev/" + file).is(200).header("Content-Type").orElseThrow())
                .startsWith(type);
    }

    @Test
    void everyFieldHasItsLabelAndEveryFormItsName() {
        assertThat(Pattern.compile("<input name=").matcher(page()).results().count())
                .isEqualTo(Pattern.compile("<label>[^\n]*<input name=")
                        .matcher(page())
                        .results()
                        .count());
        assertThat(Pattern.compile("<form ").matcher(page()).results().count())
                .isEqualTo(Pattern.compile("<form [^>]*aria-label=\"[^\"]+\"")
                        .matcher(page())
                        .results()
                        .count());
        assertThat(page()).contains("<html lang=\"vi\">", "role=\"status\"", "<label for=\"text\">");
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(page())
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .toList();
    }

    private String page() {
        return sendForPage().is(200).text();
    }

    private Reply sendForPage() {
        return api.send("GET", "/dev/token", Optional.empty(), "Accept", "text/html");
    }

    private Reply send(String path) {
        return api.send("GET", path, Optional.empty());
    }
}
