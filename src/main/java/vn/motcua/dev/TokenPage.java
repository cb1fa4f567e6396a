package vn.motcua.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.util.HtmlUtils;
import vn.motcua.dev.Persona.Account;

/** A page to pick somebody from, with a token or a command to copy. It asks nobody but this service. */
final class TokenPage {

    /** What the page may load: its own, and nothing from elsewhere. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String UNIT = """
        <label>Đơn vị <span lang="en">Unit</span> <input name="unit" value="%s" inputmode="numeric"></label>
        """;
    private static final String AGENCY = """
        <label>hoặc cơ quan <span lang="en">or agency</span> <input name="agency" inputmode="numeric"></label>
        """;

    private static final String SESSION = """
        <label>Mức xác thực, 1 đến 4 <span lang="en">Session level, 1 to 4</span> <input name="session" value="2" inputmode="numeric"></label>
        """;

    private TokenPage() {}

    /**
     * The page.
     *
     * @param origin where the visitor found it, for the commands
     * @param today a Viet Nam day, for ages
     */
    static String html(String origin, LocalDate today) {
        return text(file("token.html"))
                .replace(
                        "<!--people-->",
                        group("Người nộp hồ sơ", "Those who file", Cast.citizens(), origin, today)
                                + group(
                                        "Cán bộ, kiểm toán, hệ thống",
                                        "Staff, auditors, systems",
                                        Cast.staff(),
                                        origin,
                                        today));
    }

    static Resource file(String name) {
        return new ClassPathResource("pages/" + name, TokenPage.class);
    }

    private static String group(String vi, String en, List<Cast.Member> members, String origin, LocalDate today) {
        return "<section><h2>%s <span lang=\"en\">%s</span></h2>%n<ul class=\"people\">%n%s</ul></section>%n"
                .formatted(
                        vi,
                        en,
                        members.stream()
                                .map(member -> card(member, origin, today))
                                .collect(Collectors.joining()));
    }

    private static String card(Cast.Member member, String origin, LocalDate today) {
        String slug = member.persona().slug();
        String query = "as=" + slug + (member.unit().isEmpty() ? "" : "&amp;unit=" + member.unit());
        return """
            <li><form action="/dev/token" method="get" data-who="%1$s" aria-label="%1$s">
            <h3>%1$s <span lang="en">%2$s</span></h3>
            <p class="who">%3$s</p>
            <p>%4$s <span lang="en">%5$s</span></p>
            <input type="hidden" name="as" value="%6$s">
            %7$s<p><code>curl -sf "%8$s/dev/token?%9$s"</code></p>
            <p class="acts"><button class="first">Lấy mã <span lang="en">Token</span></button></p>
            </form></li>
            """.formatted(
                        member.vi(),
                        member.en(),
                        HtmlUtils.htmlEscape(who(member.persona().account(), today), StandardCharsets.UTF_8.name()),
                        member.mayVi(),
                        member.mayEn(),
                        slug,
                        fields(member),
                        HtmlUtils.htmlEscape(origin),
                        query);
    }

    private static String fields(Cast.Member member) {
        return switch (member.persona().account()) {
            case Account.Placed placed -> fields(UNIT.formatted(member.unit()) + AGENCY);
            case Account.Auditor auditor -> fields(UNIT.formatted(member.unit()));
            case Account.Unplaced unplaced -> "";
            case Account.OfCitizens citizen -> fields(SESSION);
        };
    }

    private static String fields(String labels) {
        return "<div class=\"fields\">" + labels + "</div>";
    }

    private static String who(Account account, LocalDate today) {
        return switch (account) {
            case Account.Citizen citizen -> person(citizen.name(), citizen.number(), citizen.dateOfBirth(), today);
            case Account.Foreigner(var number, var name, var born) -> person(name, number, born, today);
            case Account.Organisation(var taxCode, var name, var representative) ->
                representative + ", " + name + ", " + taxCode;
            case Account.OfAgencies staff -> "roles: " + staff.role().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String person(String name, String number, String born, LocalDate today) {
        int age = Period.between(LocalDate.parse(born), today).getYears();
        return name + ", " + number + ", " + born + " (" + age + " tuổi)";
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
