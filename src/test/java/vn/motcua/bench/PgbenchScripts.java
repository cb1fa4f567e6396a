package vn.motcua.bench;

import io.r2dbc.spi.Parameter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.bench.Pgbench.Scripts;
import vn.motcua.contract.FilingDto;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.QueueFilter;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.application.PlainFiling;
import vn.motcua.dossier.application.PlainFiling.Decided;
import vn.motcua.dossier.application.Request;
import vn.motcua.dossier.db.PlainStatements;
import vn.motcua.dossier.web.PlainWords;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.platform.db.Sql;
import vn.motcua.platform.web.Language;
import vn.motcua.platform.web.PlainBodies;

/**
 * The service's statements as scripts of pgbench. Its variables are numbers, so that ids and keys are random digits, put
 * into a filing's JSON by {@code format()} around the statement's one parameter; everything else is the service's text.
 */
final class PgbenchScripts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "pgbench-key";
    private static final Pattern VALUE = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");
    private static final int READ_BY = 4;

    /**
     * The check character (ISO/IEC 7064, MOD 37-2) of MC, four digits of c and twelve of e: a sum of digits with weights.
     * Where it would be the 37th, e is one larger or smaller, which makes it another.
     */
    private static final String CHECK_CHARACTER =
            checked("a", "s") + """

                \\set e case when (38 - :s) %% 37 <> 36 then :a when :a %% 10 = 9 then :a - 1 else :a + 1 end
                """.formatted() + checked("e", "t") + "\n\\set k (38 - :t) % 37";

    private final Path folder;
    private final Stock stock;
    private final Instant moment;

    PgbenchScripts(Path folder, Stock stock, Instant moment) throws IOException {
        this.folder = folder;
        this.stock = stock;
        this.moment = moment;
        Files.createDirectories(folder);
    }

    Scripts filing(Reference known) throws IOException {
        Decided decided = decided(known);
        Sql statement = PlainStatements.filing(decided);
        String text = statement.text().replace("CAST(:input AS json)", """
            CAST(format(CAST(:input AS text), CAST(:a AS text), CAST(:b AS text), CAST(:c AS text), CAST(:e AS text), \
            substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAST(:k AS integer) + 1, 1)) AS json)\
            """);
        if (text.equals(statement.text())) {
            throw new IllegalStateException("The filing's statement has another parameter than :input");
        }
        Path script = Files.writeString(folder.resolve("filing.sql"), """
            \\set a random(100000000000, 999999999999)
            \\set b random(100000000000, 999999999999)
            \\set c (:c - 999) %% 9000 + 1000
            %s
            %s;
            """.formatted(CHECK_CHARACTER, text.strip()));
        return new Scripts(
                Shapes.FILING,
                List.of(script),
                Map.of("input", template(statement.values().get("input").toString(), decided), "c", "1000"));
    }

    /** Ids and codes with places for digits: they begin with the time, as those of the service do. */
    private static String template(String input, Decided decided) {
        String dossier = decided.act().dossier().id().toString();
        String event = decided.act().event().id().toString();
        String tracking = decided.act().dossier().tracking().value();
        return input.replace("%", "%%")
                .replace(dossier, dossier.substring(0, 9) + "%3$s-7" + dossier.substring(15, 24) + "%1$s")
                .replace(event, event.substring(0, 9) + "%3$s-7" + event.substring(15, 24) + "%2$s")
                .replace(tracking, "MC%3$s%4$s%5$s")
                .replace(KEY, KEY + "-%1$s%2$s");
    }

    private static String checked(String digits, String sum) {
        StringBuilder weighed = new StringBuilder("\\set " + sum + " (" + (22 * weight(0) + 12 * weight(1)));
        for (int at = 0; at < 4; at++) {
            weighed.append(" + %d * (:c / %d %% 10)".formatted(weight(2 + at), (long) Math.pow(10, 3 - at)));
        }
        for (int at = 0; at < 12; at++) {
            weighed.append(" + %d * (:%s / %d %% 10)".formatted(weight(6 + at), digits, (long) Math.pow(10, 11 - at)));
        }
        return weighed.append(") % 37").toString();
    }

    /** Of a place in the eighteen characters before the check character. */
    private static int weight(int place) {
        return BigInteger.TWO
                .modPow(BigInteger.valueOf(18L - place), BigInteger.valueOf(37))
                .intValue();
    }

    private Decided decided(Reference known) {
        String body = Filings.body(0, stock.units().getFirst());
        var person = new Person(Person.Kind.CITIZEN, Filings.number(0), Filings.name(0), "1990-05-17");
        var judged = new PlainBodies(JSON).judged(body.getBytes(StandardCharsets.UTF_8), FilingDto.class);
        return new PlainFiling()
                .decide(
                        new Request(
                                new Caller(
                                        "urn:motcua:bench:citizens|pgbench",
                                        Set.of(Role.CITIZEN),
                                        Optional.of(person),
                                        Set.of(),
                                        Optional.empty()),
                                moment.truncatedTo(ChronoUnit.MILLIS),
                                Optional.of(KEY),
                                Filings.PATH + " " + judged.digest()),
                        PlainWords.filing(judged.body()),
                        known,
                        (view, reference) -> JSON.writeValueAsString(PlainWords.dossier(view, reference, Language.VI)))
                .orElseThrow(() -> new IllegalStateException("The filing is not admissible"));
    }

    Scripts dossier() throws IOException {
        List<Sql> statements = new ArrayList<>();
        for (Stock.Desk desk : stock.desks().stream().limit(READ_BY).toList()) {
            var scope = new Scope(Optional.empty(), Set.of(desk.agency()), false);
            var id = new DossierRef.ById(UUID.fromString(desk.dossiers().getFirst()));
            statements.add(PlainStatements.dossier(id, scope));
        }
        return reading(Shapes.DOSSIER, "dossier", statements);
    }

    Scripts page() throws IOException {
        List<Sql> statements = new ArrayList<>();
        for (Stock.Desk desk : stock.desks().stream().limit(READ_BY).toList()) {
            var wanted = new Wanted(Set.of(desk.agency()), QueueFilter.OPEN, Set.of(), Span.ALL);
            statements.add(PlainStatements.queue(wanted, new Walk(moment, false, Optional.empty(), 50)));
        }
        return reading(Shapes.PAGE, "page", statements);
    }

    /** One script for each statement; a value that is null stands as such in the text, since pgbench has no null. */
    private Scripts reading(String name, String file, List<Sql> statements) throws IOException {
        List<Path> files = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Sql statement : statements) {
            String suffix = "_" + files.size();
            String text = VALUE.matcher(statement.text()).replaceAll(value -> {
                Optional<String> bound = text(statement.values().get(value.group(1)));
                bound.ifPresent(present -> values.put(value.group(1) + suffix, present));
                return bound.map(present -> ":" + value.group(1) + suffix).orElse("NULL");
            });
            files.add(Files.writeString(folder.resolve(file + suffix + ".sql"), text.strip() + ";\n"));
        }
        return new Scripts(name, files, values);
    }

    private static Optional<String> text(Object value) {
        return switch (value) {
            case Parameter parameter ->
                Optional.ofNullable(parameter.getValue()).map(Object::toString);
            case Integer[] numbers ->
                Optional.of(Arrays.stream(numbers).map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            default -> Optional.of(value.toString());
        };
    }
}
