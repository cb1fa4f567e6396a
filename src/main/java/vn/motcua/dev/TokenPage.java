package vn.motcua.dev;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A page to pick a persona from. */
final class TokenPage {

    private TokenPage() {}

    static String html() {
        return """
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Motcua: mã truy cập thử</title>
            <link rel="stylesheet" href="/assets/page.css">
            </head>
            <body>
            <main>
            <h1>Mã truy cập thử</h1>
            <p class="lead" lang="en">Tokens for trying it. Every person here is made up.</p>
            <form action="/dev/token" method="get">
            <p><label>Vai <span lang="en">Persona</span> <select name="as">%s</select></label></p>
            <p><label>Đơn vị <span lang="en">Unit, for staff and auditors</span>
            <input name="unit" placeholder="18073"></label></p>
            <p><label>Cơ quan <span lang="en">Agency, for staff, in place of a unit</span>
            <input name="agency" placeholder="3180732"></label></p>
            <p><button>Lấy mã</button></p>
            </form>
            <p><a href="/">Motcua</a> · <a href="/docs">API</a></p>
            </main>
            </body>
            </html>
            """.formatted(Arrays.stream(Persona.values())
                .map(persona -> "<option>" + persona.slug() + "</option>")
                .collect(Collectors.joining()));
    }
}
