package vn.motcua.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The questions and acts that are measured, over what the database holds; the same in every run. */
final class Shapes {

    static final String FILING = "filing";
    static final String DOSSIER = "one dossier by id";
    static final String PAGE = "page of 50 of a desk";
    static final String NO_DATABASE = "one unit, without a database";
    static final String TOKEN = "check of a token";
    static final String DEADLINE = "deadline computation";

    private static final int VARIANTS = 1024;
    private static final String RATES = "/api/v1/on-time-rates?";

    /** Figures, as data: what is asked below the path, with places for what varies. */
    private static final List<List<String>> FIGURES = List.of(
            List.of("figures: country by province", "level=PROVINCE&from={from}&to={to}"),
            List.of("figures: province by commune", "level=COMMUNE&unit={province}&from={from}&to={to}"),
            List.of(
                    "figures: a commune by procedure",
                    "level=COMMUNE&unit={commune}&groupBy=procedure&from={from}&to={to}"),
            List.of("figures: country as of a past day", "level=PROVINCE&from={from}&to={to}&asOf={to}"),
            List.of(
                    "figures: province by commune as of",
                    "level=COMMUNE&unit={province}&from={from}&to={to}&asOf={to}"));

    private final Stock stock;
    private final Identities identities;

    Shapes(Stock stock, Identities identities) {
        this.stock = stock;
        this.identities = identities;
    }

    Shape filing() {
        return new Shape(FILING, 201, Filings.requests(identities, stock.units()));
    }

    Shape dossier() {
        List<byte[]> requests = new ArrayList<>();
        for (Stock.Desk desk : stock.desks()) {
            String clerk = identities.clerk(desk.agency());
            desk.dossiers().forEach(id -> requests.add(Shape.get("/api/v1/dossiers/" + id, clerk)));
        }
        return Shape.reading(DOSSIER, requests);
    }

    Shape page() {
        return Shape.reading(
                PAGE,
                stock.desks().stream()
                        .map(desk -> Shape.get("/api/v1/desk/dossiers?limit=50", identities.clerk(desk.agency())))
                        .toList());
    }

    /** What the same server does with a token, and without asking the database. */
    Shape withoutDatabase() {
        String citizen = Filings.token(identities, 0);
        return Shape.reading(
                NO_DATABASE,
                stock.units().stream()
                        .map(code -> Shape.get("/api/v1/administrative-units/" + code, citizen))
                        .toList());
    }

    Shape deadline() {
        return Shape.reading(
                DEADLINE,
                IntStream.range(0, VARIANTS)
                        .mapToObj(at -> Shape.post("/api/v1/deadline-calculations", "", "", """
                            {"receivedAt":"2026-%02d-%02dT%02d:%02d:00+07:00","term":{"value":%d,"unit":"WORKING_DAY"},\
                            "schedule":"S8"}\
                            """.formatted(
                                        1 + at % 9, 1 + at % 28, 8 + at % 9, at % 60, 1 + at % 20)))
                        .toList());
    }

    List<Shape> figures() {
        return FIGURES.stream()
                .map(figure -> figures(figure.getFirst(), figure.getLast()))
                .toList();
    }

    private Shape figures(String name, String question) {
        Random random = new Random(name.hashCode());
        String auditor = identities.auditor();
        List<byte[]> requests = new ArrayList<>();
        for (int at = 0; at < VARIANTS; at++) {
            LocalDate from = day(stock.first(), stock.last(), random);
            LocalDate to = day(from, stock.last(), random);
            requests.add(Shape.get(
                    RATES
                            + question.replace("{from}", from.toString())
                                    .replace("{to}", to.toString())
                                    .replace("{province}", any(stock.provinces(), random))
                                    .replace("{commune}", any(stock.communes(), random)),
                    auditor));
        }
        return Shape.reading(name, requests);
    }

    private static LocalDate day(LocalDate first, LocalDate last, Random random) {
        return first.plusDays(random.nextLong(Math.max(1, last.toEpochDay() - first.toEpochDay() + 1)));
    }

    private static String any(List<String> all, Random random) {
        return all.isEmpty() ? "00000" : all.get(random.nextInt(all.size()));
    }
}
