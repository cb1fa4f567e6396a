package vn.motcua.dev;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A page to pick a persona from. */
final class TokenPage {

    private TokenPage() {}

    static String html() {
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Motcua: tokens for trying it</title></head>
            <body>
            <h1>Tokens for trying it</h1>
            <form action="/dev/token" method="get">
            <p><label>Persona <select name="as">%s</select></label></p>
            <p><label>Unit <input name="unit" placeholder="18073"></label> for staff and auditors</p>
            <p><label>Agency <input name="agency"></label> for staff, in place of a unit</p>
            <p><button>Token</button></p>
            </form>
            </body>
            </html>
            """.formatted(Arrays.stream(Persona.values())
                .map(persona -> "<option>" + persona.slug() + "</option>")
                .collect(Collectors.joining()));
    }
}
